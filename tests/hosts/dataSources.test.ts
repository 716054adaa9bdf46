import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRoot } from './builtProgram.ts';
import { commandLine } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { learnableSets } from './learnableSets.ts';
import { lay } from './rawFiles.ts';
import type { StrataDocument } from '#shared/document/document.ts';

let strata: CommandLine;
beforeAll(async () => {
  strata = await commandLine();
});
afterAll(() => strata.program.close());

/** The last line of a command with `--json`; the command must end well. */
async function answer(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await strata.run(...args);
  // All of it: the lines after the first say why.
  expect(/^Problem/m.test(err) ? err : '').toBe('');
  expect(code).toBe(0);
  return JSON.parse(out.split('\n').at(-1) ?? '') as Record<string, unknown>;
}

async function succeeds(...args: readonly string[]): Promise<void> {
  const { code, err } = await strata.run(...args);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
}

/** Share of the most frequent of some values. */
function majorityOf(values: readonly unknown[]): number {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values()) / values.length;
}

/** Predictions of a submission, each with its row from 0. */
async function predictions(file: string): Promise<readonly (readonly [number, string])[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [id = '', value = ''] = line.split(',');
    return [Number(id) - 1, value];
  });
}

/** Share of the variance that predictions explain. */
function explained(pairs: readonly (readonly [number, number])[]): number {
  const mean = pairs.reduce((sum, [truth]) => sum + truth, 0) / pairs.length;
  const squares = (of: (truth: number, said: number) => number) =>
    pairs.reduce((sum, [truth, said]) => sum + of(truth, said) ** 2, 0);
  return 1 - squares((truth, said) => truth - said) / squares((truth) => truth - mean);
}

describe('raw files', () => {
  test.each(Object.entries(learnableSets))('%s', async (name, set) => {
    const folder = join(strata.folder, name);
    const {
      data,
      asked = data,
      truth,
      isTestPart = false,
    } = await set.lay(folder, (table, output) => succeeds('convert', table, '-o', output));
    const outputs = join(strata.folder, `${name}, outputs`);
    await mkdir(outputs);
    const out = (file: string) => join(outputs, file);

    const found = await answer('inspect', data, '--json');
    expect(found).toMatchObject({ source: { kind: set.kind }, report: { problems: [] } });

    const target = set.target === undefined ? [] : ['--target', set.target];
    await succeeds('new', '--data', data, ...target, '-o', out('net.strata'));
    await succeeds('prepare', out('net.strata'), '-o', out('prepared.npz'));
    expect((await stat(out('prepared.npz'))).size).toBeGreaterThan(500);

    const epochs = ['--epochs', String(set.epochs)];
    const device = ['--device', 'wasm'];
    const run = out('run');
    const done = await answer(
      ...['train', out('net.strata'), ...epochs, ...device, '--out', run, '--json'],
    );
    await succeeds('submit', run, '--input', asked, '-o', out('said.csv'));
    const said = await predictions(out('said.csv'));
    if (typeof truth[0] === 'number') {
      // Windows say what comes after their last row.
      const later = said.length < truth.length ? 1 : 0;
      const pairs = said.flatMap(([row, value]): (readonly [number, number])[] => {
        const known = truth[row + later];
        return typeof known === 'number' ? [[known, Number(value)]] : [];
      });
      expect(pairs.length).toBeGreaterThan(0.9 * truth.length);
      expect(explained(pairs)).toBeGreaterThan(0.8);
      return;
    }
    expect(said).toHaveLength(truth.length);
    const majority = majorityOf(truth);
    const least = majority + 0.7 * (1 - majority);
    const { metrics } = done.test as { metrics: { accuracy: number } };
    expect(metrics.accuracy).toBeGreaterThan(least);
    const accuracy = said.filter(([row, value]) => value === truth[row]).length / truth.length;
    expect(accuracy).toBeGreaterThan(least);
    if (isTestPart) expect(accuracy).toBeCloseTo(metrics.accuracy, 5);
  });
});

test('rows that a column divides: the test part is predicted as well as training says', async () => {
  const folder = lay(join(strata.folder, 'divided'), {});
  const [table, net, run] = ['a.csv', 'net.strata', 'run'].map((name) => join(folder, name));
  if (table === undefined || net === undefined || run === undefined) return;
  const parts = ['train', 'train', 'test', 'train', 'validation'];
  const rows = Array.from({ length: 300 }, (_, at) => {
    const [x, y] = [(at * 37) % 101, (at * 53) % 89];
    return { x, y, kind: x + y > 95 ? 'far' : 'near', part: parts[at % 5] ?? '' };
  });
  const lines = rows.map(({ x, y, kind, part }) => `${x},${y},${part},${kind}`);
  lay(folder, { 'a.csv': `x,y,part,kind\n${lines.join('\n')}\n` });
  await succeeds('new', '--data', table, '--target', 'kind', '-o', net);
  const document = JSON.parse(await readFile(net, 'utf8')) as StrataDocument;
  const { features, split, bindings } = document.data;
  const data = {
    ...document.data,
    features: features.map((each) =>
      each.name === 'part' ? { ...each, role: 'ignored' as const } : each,
    ),
    split: { ...split, method: 'column', feature: 'part' },
    bindings: {
      ...bindings,
      inputs: Object.fromEntries(Object.keys(bindings.inputs).map((id) => [id, ['x', 'y']])),
    },
  };
  const graph = {
    ...document.graph,
    nodes: document.graph.nodes.map((node) =>
      node.kind === 'inputLayer' ? { ...node, params: { shape: [2] } } : node,
    ),
  };
  await writeFile(net, JSON.stringify({ ...document, data, graph }));
  const done = await answer('train', net, '--epochs', '20', '--out', run, '--json');
  await succeeds('submit', run, '--input', table, '-o', join(folder, 'said.csv'));
  const tested = (await predictions(join(folder, 'said.csv'))).filter(
    ([row]) => rows[row]?.part === 'test',
  );
  expect(tested).toHaveLength(60);
  const right = tested.filter(([row, value]) => value === rows[row]?.kind).length;
  const { metrics } = done.test as { metrics: { accuracy: number } };
  expect(metrics.accuracy).toBeGreaterThan(0.85);
  expect(right / 60).toBeCloseTo(metrics.accuracy, 5);
});

test('a validation and a test file of their own', async () => {
  const folder = lay(join(strata.folder, 'parts'), {});
  const rows = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => `${((from + at) * 37) % 101},${at % 2 ? 'a' : 'b'}\n`);
  const table = (count: number, from: number) => `x,kind\n${rows(count, from).join('')}`;
  lay(folder, { 'a.csv': table(60, 0), 'b.csv': table(14, 7), 'c.csv': table(9, 3) });
  const [a = '', b = '', c = ''] = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name));
  const net = join(folder, 'net.strata');
  await succeeds('new', '--data', a, '--validation', b, '--test', c, '-o', net);
  const { data } = JSON.parse(await readFile(net, 'utf8')) as StrataDocument;
  expect(data.source?.params).toMatchObject({
    file: 'a.csv',
    validationFile: 'b.csv',
    testFile: 'c.csv',
  });
  await succeeds('prepare', net, '-o', join(folder, 'out.csv'));
  const [, ...lines] = (await readFile(join(folder, 'out.csv'), 'utf8')).trim().split('\n');
  const partsOf = lines.map((line) => line.split(',')[0]);
  expect(
    ['train', 'validation', 'test'].map((part) => partsOf.filter((each) => each === part).length),
  ).toEqual([60, 14, 9]);
});

test.each([
  ['penguins', 10, 0.9],
  ['drawings', 20, 0.8],
])('the template %s', async (template, epochs, least) => {
  const net = join(strata.folder, `${template}.strata`);
  await succeeds('new', '--template', template, '-o', net);
  const done = await answer('train', net, '--epochs', String(epochs), '--json');
  const { metrics } = done.test as { metrics: { accuracy: number } };
  expect(metrics.accuracy).toBeGreaterThan(least);
});

test('in processes of their own, as a shell runs them', async () => {
  const folder = join(strata.folder, 'processes');
  const set = learnableSets['CSV of numbers'];
  const laid = await set?.lay(folder, () => Promise.resolve());
  if (laid === undefined) throw new Error('There is no such set.');
  const run = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(appRoot, 'main/launch/strata.mjs'), ...args],
      { cwd: folder, env: { ...process.env, STRATA_HOME: join(folder, 'home') } },
    );
    return stdout;
  };
  expect(await run('inspect', 'points.csv')).toMatch(/^points\.csv · Table · 300 rows/);
  await run('new', '--data', 'points.csv', '-o', 'net.strata');
  await run('train', 'net.strata', '--epochs', '12', '--device', 'wasm', '--out', 'run');
  await run('submit', 'run', '--input', 'points.csv', '-o', 'said.csv');
  const said = await predictions(join(folder, 'said.csv'));
  const right = said.filter(([row, value]) => value === laid.truth[row]).length;
  expect(right).toBeGreaterThan(0.9 * 300);
});
