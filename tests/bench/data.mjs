// `npm run bench -- data [--rounds N]`: a CSV of one gigabyte is opened and described, in alternation with DuckDB's own
// SUMMARIZE of the same file; each in a process of its own. Prints times, their ratio and the most memory.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../main/launch/build.mjs';
import { bundle, median } from './bundle.mjs';

/** Rows that make about a gigabyte. */
const rows = 8_700_000;

function run(script, args, home) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, STRATA_HOME: home };
    const child = fork(script, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
    let answer = null;
    child.once('message', (message) => {
      answer = message;
      child.disconnect();
    });
    child.once('exit', (code, signal) => {
      if (answer) resolve(answer);
      else reject(new Error(`${args[0]} ended with ${signal ?? code}`));
    });
  });
}

/** @param {{rounds: number}} options */
export async function benchData({ rounds }) {
  const script = await bundle('tableContender');
  const home = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const file = join(home, 'table.csv');
  try {
    console.log(
      `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds`,
    );
    await run(script, ['write', file, String(rows)], home);
    const { size } = statSync(file);
    console.log(`A table of ${rows} rows, 10 columns, ${(size / 1e9).toFixed(2)} GB`);
    const results = [];
    for (let round = 0; round < rounds; round++) {
      const ours = await run(script, ['ours', file], home);
      const summarize = await run(script, ['summarize', file], home);
      const ratio = ours.seconds / summarize.seconds;
      const cpuRatio = ours.cpuSeconds / summarize.cpuSeconds;
      results.push({ ours, summarize, ratio, cpuRatio, load: loadavg()[0] });
      console.log(
        `  open and describe ${ours.seconds.toFixed(2)} s, ${(ours.peakBytes / 1e6).toFixed(0)} MB;  ` +
          `SUMMARIZE ${summarize.seconds.toFixed(2)} s, ${(summarize.peakBytes / 1e6).toFixed(0)} MB;  ` +
          `ratio ${ratio.toFixed(2)}, of processor time ${cpuRatio.toFixed(2)}  (equal rows ${ours.duplicateSeconds.toFixed(2)} s, first rows ` +
          `${ours.previewSeconds.toFixed(2)} s, all numbers ${ours.streamSeconds.toFixed(2)} s; load ${loadavg()[0].toFixed(1)})`,
      );
    }
    const of = (key) => median(results.map(({ ours }) => ours[key]));
    const report = {
      machine: { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
      bytes: size,
      rows,
      results,
      ratio: median(results.map(({ ratio }) => ratio)),
      cpuRatio: median(results.map(({ cpuRatio }) => cpuRatio)),
      peakBytes: Math.max(...results.map(({ ours }) => ours.peakWithStreamBytes)),
    };
    console.log(
      `Ratio ${report.ratio.toFixed(2)}, of processor time ${report.cpuRatio.toFixed(2)} (under 2 is wanted); at most ${(report.peakBytes / 1e9).toFixed(2)} GB of memory, reading all rows included; first rows after ${of('previewSeconds').toFixed(2)} s.`,
    );
    writeFileSync(`${root}build/bench-data.json`, `${JSON.stringify(report, null, 2)}\n`);
    console.log('Written to build/bench-data.json.');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
