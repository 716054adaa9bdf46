// Measures one way of looking through a table once, in a process of its own: `ours` opens and describes it as the page
// does, `summarize` is DuckDB's own SUMMARIZE, `write` makes the table.
import { DuckDBInstance } from '@duckdb/node-api';
import { describeSource } from '#main/engine/data/inspect/describeSource.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { previewRows } from '#main/engine/data/preview/previewRows.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';

const [, , job = '', file = '', rows = ''] = process.argv;

const columns = [
  'i AS id',
  'round(random() * 1000, 4) AS price',
  'round(random() * 10 - 5, 6) AS x1',
  'random() AS x2',
  '(random() * 100)::INTEGER AS age',
  "['red', 'green', 'blue', 'yellow'][1 + (random() * 3.99)::INTEGER] AS colour",
  "TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND AS day",
  'md5(i::VARCHAR) AS note',
  'random() > 0.5 AS flag',
  'CASE WHEN random() < 0.05 THEN NULL ELSE round(random() * 5, 2) END AS score',
];

async function connection() {
  return (await DuckDBInstance.create(':memory:')).connect();
}

async function ours() {
  const source = await recogniseData([file]);
  if (!source.ok) throw new Error(source.problem.code);
  const started = performance.now();
  const before = cpuSeconds();
  const signal = new AbortController().signal;
  const opened = await openSource({ source: source.value, features: [] }, null, signal);
  if (!opened.ok) throw new Error(opened.problem.code);
  const openedAfter = performance.now();
  const features = await opened.value.describe?.(() => undefined, signal);
  const described = performance.now();
  const after = cpuSeconds();
  const report = await describeSource(opened.value, () => undefined, signal);
  const all = performance.now();
  if (!report.ok || features === undefined) throw new Error('not described');
  await previewRows(opened.value, 0, 50);
  const shown = performance.now();
  let streamed = 0;
  const names = opened.value.features
    .filter(({ kind }) => kind === 'number' || kind === 'date')
    .map(({ name }) => name);
  const peakBytes = peak();
  for await (const { count } of opened.value.train.stream(names)) streamed += count;
  const read = performance.now();
  await opened.value.close();
  return {
    seconds: (described - started) / 1000,
    cpuSeconds: after - before,
    openSeconds: (openedAfter - started) / 1000,
    duplicateSeconds: (all - described) / 1000,
    previewSeconds: (shown - all) / 1000,
    streamSeconds: (read - shown) / 1000,
    streamed,
    peakBytes,
    peakWithStreamBytes: peak(),
  };
}

async function summarize() {
  const own = await connection();
  const started = performance.now();
  const before = cpuSeconds();
  await own.runAndReadAll(`SUMMARIZE FROM '${file}'`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, cpuSeconds: cpuSeconds() - before, peakBytes: peak() };
}

async function write() {
  const own = await connection();
  await own.run(
    `COPY (SELECT ${columns.join(', ')} FROM range(${Number(rows)}) t(i)) TO '${file}' (HEADER)`,
  );
  return {};
}

/** Time of all threads of this process: other programs change it less than the time on the clock. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The most memory that this process had, bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

const jobs: Readonly<Record<string, () => Promise<object>>> = { ours, summarize, write };

void jobs[job]?.().then((result) => {
  process.send?.(result);
});
