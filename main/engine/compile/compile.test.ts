import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCall } from '#main/engine/compile/call.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { forward, readStep, trainStep } from '#main/engine/train/trainStep.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Block, BlockId, EdgeId, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { OutputTraining } from '#shared/training/training.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

beforeAll(async () => {
  expect((await openDevice('auto')).ok).toBe(true);
});

type NodeRow = readonly [
  name: string,
  kind: string,
  params?: ParamValues,
  more?: Partial<GraphNode>,
];

/** A graph written down: nodes bear their names as ids; `a > b` is an edge, `a > b:1` one to b's second port. */
function graphOf(nodes: readonly NodeRow[], edges: readonly string[]): Graph {
  return {
    nodes: nodes.map(([name, kind, params = {}, more = {}]) => ({
      id: name as NodeId,
      kind,
      name,
      params,
      position: { x: 0, y: 0 },
      ...more,
    })),
    edges: edges.map((text, index) => {
      const [from = '', to = ''] = text.split(' > ');
      const [node = '', port = '0'] = to.split(':');
      return {
        id: `e${index}` as EdgeId,
        from: { node: from as NodeId, port: 0 },
        to: { node: node as NodeId, port: Number(port) },
      };
    }),
    notes: [],
  };
}

function documentOf(
  graph: Graph,
  more: { seed?: number; blocks?: readonly Block[]; outputs?: Record<string, OutputTraining> } = {},
): StrataDocument {
  return {
    format: 'strata',
    version: 1,
    id: 'x',
    name: 'x',
    seed: more.seed ?? 7,
    graph,
    blocks: more.blocks ?? [],
    data: emptyRecipe,
    training: {
      optimizer: { kind: 'sgd', params: { learningRate: 0.1 } },
      schedule: null,
      batchSize: 4,
      epochs: 1,
      shuffle: false,
      stopping: null,
      outputs: more.outputs ?? {},
    },
  };
}

function compile(document: StrataDocument): Result<tf.LayersModel> {
  return compileModel(tf, document, inferGraph(document.graph, document.blocks));
}

function modelOf(document: StrataDocument): tf.LayersModel {
  const model = compile(document);
  if (!model.ok) throw new Error(JSON.stringify(model.problem));
  return model.value;
}

const weightNames = (model: tf.LayersModel): string[] =>
  model.weights.map((weight) => weight.originalName);

const input = (name: string, shape: readonly number[]): NodeRow => [name, 'inputLayer', { shape }];
const dense = (name: string, units: number, more: ParamValues = {}): NodeRow => [
  name,
  'dense',
  { units, ...more },
];
const loss = (weight = 1): OutputTraining => ({
  loss: { kind: 'meanSquaredError', params: {} },
  weight,
  metrics: [{ kind: 'meanAbsoluteError', params: {} }],
});

/** One step on inputs and targets of ones; answers loss and metrics. */
async function step(document: StrataDocument, model: tf.LayersModel): Promise<readonly number[]> {
  const facts = inferGraph(document.graph, document.blocks);
  const training = compileTraining(tf, model, facts, document.training);
  if (!training.ok) throw new Error(JSON.stringify(training.problem));
  const ones = (shapes: readonly tf.SymbolicTensor[]): tf.Tensor[] =>
    shapes.map(({ shape }) => tf.ones([4, ...shape.slice(1).map((size) => size ?? 1)]));
  const batch = { inputs: ones(model.inputs), targets: ones(model.outputs) };
  const values = await readStep(training.value, trainStep(tf, training.value, batch), 4);
  return values.values;
}

describe('graphs', () => {
  test('a branch, a merge and several inputs and outputs, in the order of the nodes', () => {
    const document = documentOf(
      graphOf(
        [
          input('left', [3]),
          input('right', [2]),
          dense('a', 4),
          dense('b', 4),
          ['sum', 'add'],
          dense('head', 1),
          ['first', 'output'],
          ['second', 'output'],
        ],
        [
          'left > a',
          'right > b',
          'a > sum',
          'b > sum:1',
          'sum > head',
          'head > second',
          'sum > first',
        ],
      ),
    );
    const model = modelOf(document);
    expect(model.inputs.map((t) => t.shape)).toEqual([
      [null, 3],
      [null, 2],
    ]);
    expect(model.outputs.map((t) => t.shape)).toEqual([
      [null, 4],
      [null, 1],
    ]);
    expect(weightNames(model)).toEqual([
      'a/kernel',
      'a/bias',
      'b/kernel',
      'b/bias',
      'head/kernel',
      'head/bias',
    ]);
  });

  test('a layer used at two places has one set of weights, whichever place comes first', () => {
    const nodes: NodeRow[] = [
      input('x', [3]),
      dense('twin', 99, {}),
      dense('shared', 3),
      ['both', 'concatenate'],
      ['y', 'output'],
    ];
    const twin = nodes.map((row): NodeRow =>
      row[0] === 'twin' ? [row[0], row[1], {}, { sharesWeightsWith: 'shared' as NodeId }] : row,
    );
    const model = modelOf(
      documentOf(
        graphOf(twin, ['x > twin', 'x > shared', 'twin > both', 'shared > both:1', 'both > y']),
      ),
    );
    expect(weightNames(model)).toEqual(['shared/kernel', 'shared/bias']);
    const values = tf.tidy(() => forward(model, [tf.ones([1, 3])], false)[0]?.dataSync());
    expect([...(values ?? [])].slice(0, 3)).toEqual([...(values ?? [])].slice(3));
  });

  test('a block names its layers by their path; each instance has weights of its own', () => {
    const block: Block = {
      id: 'pair' as BlockId,
      name: 'pair',
      params: {},
      graph: graphOf(
        [input('in', [3]), dense('one', 3), dense('two', 3), ['out', 'output']],
        ['in > one', 'one > two', 'two > out'],
      ),
    };
    const instance = (name: string, more: Partial<GraphNode> = {}): NodeRow => [
      name,
      'block',
      {},
      { block: block.id, ...more },
    ];
    const model = modelOf(
      documentOf(
        graphOf(
          [
            input('x', [3]),
            instance('first'),
            instance('second'),
            instance('third', { sharesWeightsWith: 'first' as NodeId }),
            ['y', 'output'],
          ],
          ['x > first', 'first > second', 'second > third', 'third > y'],
        ),
        { blocks: [block] },
      ),
    );
    expect(weightNames(model).filter((name) => name.endsWith('kernel'))).toEqual([
      'first/one/kernel',
      'first/two/kernel',
      'second/one/kernel',
      'second/two/kernel',
    ]);
    const [one, , , , other] = model.getWeights().map((w) => Array.from(w.dataSync()));
    expect(one).not.toEqual(other);
  });

  test('an output may be an input, or the same tensor twice', () => {
    const model = modelOf(
      documentOf(
        graphOf(
          [input('x', [2]), dense('a', 2), ['y', 'output'], ['z', 'output'], ['same', 'output']],
          ['x > a', 'a > y', 'a > z', 'x > same'],
        ),
      ),
    );
    tf.tidy(() => {
      const [y, z, same] = forward(model, [tf.tensor([[1, 2]])], false);
      expect(z?.dataSync()).toEqual(y?.dataSync());
      expect([...(same?.dataSync() ?? [])]).toEqual([1, 2]);
    });
  });

  test.each([
    ['no input', graphOf([dense('a', 1), ['y', 'output']], ['a > y']), 'model.noInput'],
    ['no way to the output', graphOf([input('x', [2]), ['y', 'output']], []), 'model.noInput'],
    [
      'a kernel larger than its input',
      graphOf(
        [input('x', [2, 2, 1]), ['c', 'conv2d', { kernelSize: [5, 5] }], ['y', 'output']],
        ['x > c', 'c > y'],
      ),
      'convolution.kernelLargerThanInput',
    ],
  ])('refuses a graph with %s', (_, graph, code) => {
    expect(compile(documentOf(graph))).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('initial weights', () => {
  const graph = graphOf(
    [input('x', [30]), dense('a', 40), dense('b', 40), ['y', 'output']],
    ['x > a', 'a > b', 'b > y'],
  );
  const kernels = (seed: number, own: Graph = graph): number[][] =>
    modelOf(documentOf(own, { seed }))
      .weights.filter(({ originalName }) => originalName.endsWith('kernel'))
      .map((weight) => Array.from(weight.read().dataSync()));

  test('the seed and the path decide', () => {
    expect(kernels(1)).toEqual(kernels(1));
    expect(kernels(1)[0]).not.toEqual(kernels(2)[0]);
    const renamed = {
      ...graph,
      nodes: graph.nodes.map((node) => (node.name === 'a' ? { ...node, name: 'c' } : node)),
    };
    expect(kernels(1, renamed)[0]).not.toEqual(kernels(1)[0]);
    expect(kernels(1, renamed)[1]).toEqual(kernels(1)[1]);
  });

  test.each(['simpleRNN', 'gru', 'lstm'])('the two directions of a %s differ', (kind) => {
    const both = graphOf(
      [input('x', [5, 4]), ['r', kind, { units: 3, bidirectional: true }], ['y', 'output']],
      ['x > r', 'r > y'],
    );
    const [forward, forwardRecurrent, backward, backwardRecurrent] = kernels(1, both);
    expect(forward).toHaveLength(backward?.length ?? 0);
    expect(forward).not.toEqual(backward);
    expect(forwardRecurrent).not.toEqual(backwardRecurrent);
    expect(kernels(1, both)).toEqual(kernels(1, both));
  });

  test.each([null, { kind: 'l2', l2: 0.1 }])(
    'the weights of two directions bear the same names each time, regularizer %j',
    (kernelRegularizer) => {
      const params = { units: 3, bidirectional: true, kernelRegularizer };
      const both = graphOf(
        [input('x', [5, 4]), ['r', 'gru', params], ['y', 'output']],
        ['x > r', 'r > y'],
      );
      const names = () => weightNames(modelOf(documentOf(both)));
      const first = names();
      expect(first).toHaveLength(6);
      expect(names()).toEqual(first);
    },
  );

  test('glorot uniform keeps its range', () => {
    const limit = Math.sqrt(6 / 70);
    const [kernel = []] = kernels(3);
    expect(Math.max(...kernel)).toBeLessThanOrEqual(limit);
    expect(Math.max(...kernel)).toBeGreaterThan(limit * 0.95);
    expect(Math.abs(kernel.reduce((a, b) => a + b, 0) / kernel.length)).toBeLessThan(0.02);
  });
});

describe('training steps', () => {
  test('losses of several outputs are weighed', async () => {
    const graph = graphOf(
      [
        input('x', [3]),
        dense('a', 2, { kernelInitializer: { kind: 'zeros' } }),
        dense('b', 2, { kernelInitializer: { kind: 'zeros' } }),
        ['first', 'output'],
        ['second', 'output'],
      ],
      ['x > a', 'x > b', 'a > first', 'b > second'],
    );
    const document = documentOf(graph, { outputs: { first: loss(1), second: loss(0.25) } });
    // Both outputs are 0 where 1 is asked: each loss and metric is 1.
    expect(await step(document, modelOf(document))).toEqual([1.25, 1, 1]);
    const facts = inferGraph(graph, []);
    const training = compileTraining(tf, modelOf(document), facts, document.training);
    expect(
      training.ok && training.value.outputs.flatMap((o) => o.metrics.map((m) => m.key)),
    ).toEqual(['first/meanAbsoluteError', 'second/meanAbsoluteError']);
  });

  test('a regularizer adds to the loss, a constraint holds the weights', async () => {
    const document = documentOf(
      graphOf(
        [
          input('x', [3]),
          dense('a', 1, {
            useBias: false,
            kernelInitializer: { kind: 'ones' },
            kernelRegularizer: { kind: 'l2', l2: 0.5 },
            kernelConstraint: { kind: 'nonNeg' },
          }),
          ['y', 'output'],
        ],
        ['x > a', 'a > y'],
      ),
      { outputs: { y: loss() } },
    );
    const model = modelOf(document);
    // Output 3 where 1 is asked: 4, and 0.5 for each of the three squared weights.
    expect((await step(document, model))[0]).toBeCloseTo(5.5, 5);
    for (let i = 0; i < 3; i++) await step(document, model);
    const [kernel] = model.getWeights();
    expect(Math.min(...(kernel?.dataSync() ?? [-1]))).toBeGreaterThanOrEqual(0);
  });

  test.each([
    [{ dilationRate: [2, 2] }],
    [{ dilationRate: [2, 2], activation: 'relu' }],
    [{ dilationRate: [3, 1], padding: 'same' }],
  ])('a convolution learns with %j', async (params) => {
    const plain = documentOf(
      graphOf(
        [
          input('x', [9, 8, 2]),
          ['c', 'conv2d', { filters: 3, kernelSize: [3, 3], ...params }],
          ['p', 'globalAveragePooling2d'],
          dense('a', 1),
          ['y', 'output'],
        ],
        ['x > c', 'c > p', 'p > a', 'a > y'],
      ),
      { outputs: { y: loss() } },
    );
    const optimizer = { kind: 'sgd', params: { learningRate: 0.003 } };
    const document = { ...plain, training: { ...plain.training, optimizer } };
    const model = modelOf(document);
    const losses: number[] = [];
    for (let i = 0; i < 5; i++) losses.push((await step(document, model))[0] ?? Number.NaN);
    expect(losses[4]).toBeLessThan(losses[0] ?? 0);
  });

  test('an output without a loss is refused', () => {
    const document = documentOf(
      graphOf([input('x', [1]), dense('a', 1), ['y', 'output']], ['x > a', 'a > y']),
    );
    const training = compileTraining(
      tf,
      modelOf(document),
      inferGraph(document.graph, []),
      document.training,
    );
    expect(training).toEqual({
      ok: false,
      problem: { code: 'training.noLoss', severity: 'error', values: { output: 'y' } },
    });
  });
});

describe('calls', () => {
  test('named and positional arguments, nested calls, absent values', () => {
    const layer = runCall(tf, {
      fn: 'layers.dense',
      args: {
        units: 3,
        name: 'd',
        kernelRegularizer: { fn: 'regularizers.l2', args: { l2: 0.1 } },
        kernelConstraint: null,
      },
    }) as tf.layers.Layer;
    expect(layer.getConfig()['units']).toBe(3);
    expect(JSON.stringify(layer.getConfig()['kernelRegularizer'])).toContain('0.1');
    const optimizer = runCall(tf, {
      fn: 'train.momentum',
      positional: true,
      args: { learningRate: 0.5, momentum: 0.9 },
    }) as tf.Optimizer;
    expect(optimizer.getConfig()).toMatchObject({ learningRate: 0.5, momentum: 0.9 });
  });

  test('a function that does not exist is our own bug', () => {
    expect(() => runCall(tf, { fn: 'layers.none', args: {} })).toThrow('layers.none');
  });
});
