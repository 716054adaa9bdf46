import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureKeras } from '../parity/setup.mjs';
import { appRoot, builtProgram } from './builtProgram.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { findTemplate } from '#shared/document/templates.ts';
import { writeDocument } from '#shared/document/writeDocument.ts';
import type { Block, BlockId, EdgeId, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';

let folder = '';
let python = '';
beforeAll(async () => {
  await builtProgram();
  folder = await mkdtemp(join(tmpdir(), 'strata-graphs-'));
  python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
}, 15 * 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const execute = promisify(execFile);

/** What the command line says; it must end well. */
async function strata(...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(
    process.execPath,
    [join(appRoot, 'build/main/cli.cjs'), ...args],
    {
      cwd: folder,
      env: { ...process.env, STRATA_HOME: join(folder, 'home'), STRATA_PYTHON: python },
    },
  );
  return stdout;
}

type Row = readonly [name: string, kind: string, params?: ParamValues, more?: object];

/** Nodes bear their names as ids; `a > b:1` is an edge to b's second port. */
function graphOf(rows: readonly Row[], edges: readonly string[]): Graph {
  return {
    nodes: rows.map(([name, kind, params = {}, more = {}], index): GraphNode => ({
      id: name as NodeId,
      kind,
      name,
      params,
      position: { x: 200 * index, y: 0 },
      ...more,
    })),
    edges: edges.map((text) => {
      const [from = '', to = ''] = text.split(' > ');
      const [target = '', port = '0'] = to.split(':');
      return {
        id: text as EdgeId,
        from: { node: from as NodeId, port: 0 },
        to: { node: target as NodeId, port: Number(port) },
      };
    }),
    notes: [],
  };
}

/** A document over the generated table in two parts of five and three columns. */
function documentOf(name: string, graph: Graph, blocks: readonly Block[] = []): StrataDocument {
  const document = findTemplate('two-inputs')?.document;
  if (document === undefined) throw new Error('There is no template two-inputs.');
  const idsOf = (kind: string) =>
    graph.nodes.filter((node) => node.kind === kind).map(({ id }) => id);
  const outputs = idsOf('output');
  const judged = {
    loss: { kind: 'binaryCrossentropy', params: {} },
    weight: 1,
    metrics: [{ kind: 'accuracy', params: {} }],
  };
  return {
    ...document,
    name,
    graph,
    blocks,
    data: {
      ...document.data,
      bindings: {
        inputs: Object.fromEntries(idsOf('inputLayer').map((id) => [id, [id]])),
        outputs: Object.fromEntries(outputs.map((id) => [id, 'target'])),
      },
    },
    training: {
      ...document.training,
      outputs: Object.fromEntries(outputs.map((id) => [id, judged])),
    },
  };
}

const inputs: readonly Row[] = [
  ['first', 'inputLayer', { shape: [5] }],
  ['second', 'inputLayer', { shape: [3] }],
];
const sigmoid = { units: 1, activation: 'sigmoid' };

const residual: Block = {
  id: 'residual' as BlockId,
  name: 'residual',
  params: {
    width: { type: 'integer', default: 5, min: 1, doc: { en: 'Units.', 'zh-CN': '单元数。' } },
  },
  graph: graphOf(
    [
      ['x', 'inputLayer', { shape: [5] }],
      ['dense', 'dense', { units: { param: 'width' }, activation: 'relu' }],
      ['sum', 'add'],
      ['result', 'output'],
    ],
    ['x > dense', 'dense > sum', 'x > sum:1', 'sum > result'],
  ),
};

/** Weights of all layers, and the keys of the metrics. */
const cases = [
  {
    name: 'one layer at two places',
    document: documentOf(
      'shared',
      graphOf(
        [
          ...inputs,
          ['wide', 'dense', { units: 4 }],
          ['narrow', 'dense', { units: 4 }],
          ['encoder', 'dense', { units: 6, activation: 'tanh' }],
          ['again', 'dense', {}, { sharesWeightsWith: 'encoder' }],
          ['join', 'concatenate'],
          ['last', 'dense', sigmoid],
          ['label', 'output'],
        ],
        [
          ...['first > wide', 'second > narrow', 'wide > encoder', 'narrow > again'],
          ...['encoder > join', 'again > join:1', 'join > last', 'last > label'],
        ],
      ),
    ),
    parameterCount: 24 + 16 + 30 + 13,
    metrics: ['accuracy'],
  },
  {
    name: 'several inputs and outputs',
    document: documentOf(
      'several',
      graphOf(
        [
          ...inputs,
          ['join', 'concatenate'],
          ['body', 'dense', { units: 8, activation: 'relu' }],
          ['early', 'dense', sigmoid],
          ['late', 'dense', sigmoid],
          ['guess', 'output'],
          ['label', 'output'],
        ],
        [
          ...['first > join', 'second > join:1', 'first > early', 'join > body', 'body > late'],
          ...['early > guess', 'late > label'],
        ],
      ),
    ),
    parameterCount: 72 + 6 + 9,
    metrics: ['guess/accuracy', 'label/accuracy'],
  },
  {
    name: 'blocks with own and with shared weights',
    document: documentOf(
      'blocks',
      graphOf(
        [
          ...inputs,
          ['one', 'block', {}, { block: 'residual' }],
          ['two', 'block', { width: 5 }, { block: 'residual' }],
          ['three', 'block', {}, { block: 'residual', sharesWeightsWith: 'two' }],
          ['join', 'concatenate'],
          ['last', 'dense', sigmoid],
          ['label', 'output'],
        ],
        [
          ...['first > one', 'one > two', 'two > three', 'three > join', 'second > join:1'],
          ...['join > last', 'last > label'],
        ],
      ),
      [residual],
    ),
    parameterCount: 30 + 30 + 9,
    metrics: ['accuracy'],
  },
] as const;

describe.each(cases)('$name', ({ document, parameterCount, metrics }) => {
  const file = `${document.name}.strata`;
  const run = `${document.name}-run`;

  test('has no problems, and its weights are counted once', async () => {
    await writeFile(join(folder, file), writeDocument(document));
    expect(JSON.parse(await strata('check', file, '--json'))).toEqual([]);
    const summary = JSON.parse(await strata('summary', file, '--json')) as object;
    expect(summary).toMatchObject({ totals: { parameterCount } });
  });

  test('trains', async () => {
    const out = await strata('train', file, '--epochs', '1', '--out', run, '--json');
    const done = JSON.parse(out.trim().split('\n').at(-1) ?? '') as { metrics: object };
    expect(done).toMatchObject({ type: 'done', epochs: 1 });
    expect(Object.keys(done.metrics)).toEqual(metrics);
  });

  test.each(['typescript', 'keras', 'tfjs'])('is exported as %s and verified', async (target) => {
    const out = await strata('export', run, '--to', target, '-o', `${document.name}-${target}`);
    expect(out).toContain('Verified: it was run on 32 examples');
  });
});
