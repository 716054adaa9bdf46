import { activations } from '#shared/layers/activations.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import type {
  Block,
  BlockId,
  EdgeId,
  Graph,
  GraphEdge,
  GraphNode,
  NodeId,
} from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

/** A template's document. */
export function templateOf(id: string): StrataDocument {
  const template = templates.find((each) => each.id === id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return template.document;
}

/** A node whose id and name are the same. */
function node(
  name: string,
  kind: string,
  params: ParamValues = {},
  more: { readonly id?: string; readonly block?: string; readonly sharesWeightsWith?: string } = {},
): GraphNode {
  const { id = name, block, sharesWeightsWith } = more;
  return {
    id: id as NodeId,
    kind,
    name,
    params,
    position: { x: 0, y: 0 },
    ...(block === undefined ? {} : { block: block as BlockId }),
    ...(sharesWeightsWith === undefined ? {} : { sharesWeightsWith: sharesWeightsWith as NodeId }),
  };
}

/** Edges written as `from > to`, with ports other than the first behind a colon: `from:1 > to:2`. */
function graph(nodes: readonly GraphNode[], edges: readonly string[]): Graph {
  return {
    nodes,
    edges: edges.map((text): GraphEdge => {
      const [source = '', target = ''] = text.split(' > ');
      const [from = '', out = '0'] = source.split(':');
      const [to = '', port = '0'] = target.split(':');
      return {
        id: text as EdgeId,
        from: { node: from as NodeId, port: Number(out) },
        to: { node: to as NodeId, port: Number(port) },
      };
    }),
    notes: [],
  };
}

/** A document of this graph, with the training recipe of a template that has one output. */
function documentOf(name: string, own: Graph, blocks: readonly Block[] = []): StrataDocument {
  const { data, training, ...rest } = templateOf('table-binary');
  const outputs = own.nodes.filter(({ kind }) => kind === 'output');
  return {
    ...rest,
    name,
    graph: own,
    blocks,
    data: { ...data, source: null, bindings: { inputs: {}, outputs: {} } },
    training: {
      ...training,
      outputs: Object.fromEntries(
        outputs.map(({ id }) => [
          id,
          {
            loss: { kind: 'meanSquaredError', params: {} },
            weight: 1,
            metrics: [{ kind: 'meanAbsoluteError', params: {} }],
          },
        ]),
      ),
    },
  };
}

const width = {
  type: 'integer',
  default: 8,
  min: 1,
  doc: { en: 'Units.', 'zh-CN': '单元数。' },
} as const;

/** Two layers and a sum around them. */
const residualBlock: Block = {
  id: 'residual' as BlockId,
  name: 'residual',
  params: { width },
  graph: graph(
    [
      node('x', 'inputLayer', { shape: [8] }),
      node('dense', 'dense', { units: { param: 'width' }, activation: 'relu' }),
      node('sum', 'add'),
      node('result', 'output'),
    ],
    ['x > dense', 'dense > sum', 'x > sum:1', 'sum > result'],
  ),
};

/** A layer whose activation function is a parameter of the block. */
const activatedBlock: Block = {
  id: 'activated' as BlockId,
  name: 'activated',
  params: {
    activation: {
      type: 'choice',
      default: 'relu',
      choices: activations.map(({ kind }) => kind),
      doc: { en: 'Activation.', 'zh-CN': '激活函数。' },
    },
  },
  graph: graph(
    [
      node('x', 'inputLayer', { shape: [8] }),
      node('dense', 'dense', { units: 4, activation: { param: 'activation' } }),
      node('result', 'output'),
    ],
    ['x > dense', 'dense > result'],
  ),
};

/** Documents that use everything a graph can hold. */
export const documents: Readonly<Record<string, StrataDocument>> = {
  /** A shared layer, two inputs, two outputs, Chinese and reserved names. */
  siamese: documentOf(
    '孪生网络',
    graph(
      [
        node('左图', 'inputLayer', { shape: [8] }),
        node('class', 'inputLayer', { shape: [8] }),
        node('encoder', 'dense', { units: 4, activation: 'tanh' }),
        node('again', 'dense', {}, { sharesWeightsWith: 'encoder' }),
        node('return', 'concatenate'),
        node('1st', 'dense', { units: 2, kernelRegularizer: { kind: 'l2', l2: 0.001 } }),
        node('score', 'output'),
        node('code', 'output'),
      ],
      [
        '左图 > encoder',
        'class > again',
        'encoder > return',
        'again > return:1',
        'return > 1st',
        '1st > score',
        'encoder > code',
      ],
    ),
  ),
  /** A block used with own weights, once with another argument's default, and one with shared weights. */
  blocks: documentOf(
    'blocks',
    graph(
      [
        node('table', 'inputLayer', { shape: [8] }),
        node('first', 'block', {}, { block: 'residual' }),
        node('second', 'block', { width: 8 }, { block: 'residual' }),
        node('third', 'block', {}, { block: 'residual', sharesWeightsWith: 'second' }),
        node('last', 'dense', { units: 1 }),
        node('result', 'output'),
      ],
      ['table > first', 'first > second', 'second > third', 'third > last', 'last > result'],
    ),
    [residualBlock],
  ),
  /** What a user sees while drawing: nothing is joined yet. */
  unfinished: documentOf(
    'unfinished',
    graph(
      [
        node('input', 'inputLayer', { shape: [28, 28, 1] }),
        node('conv2d', 'conv2d', { filters: 8 }),
        node('dropout', 'dropout', { rate: 0.5 }),
        node('mystery', 'notALayer'),
        node('flatten', 'flatten'),
        node('output', 'output'),
      ],
      ['input > conv2d', 'conv2d > flatten', 'conv2d > mystery', 'dropout > output'],
    ),
  ),
  /** Layers that tf.layers lacks or gets wrong: the printed code imports ours. */
  repaired: documentOf(
    'repaired',
    graph(
      [
        node('picture', 'inputLayer', { shape: [12, 10, 3] }),
        node('depthwise', 'depthwiseConv2d', { kernelSize: [3, 3], dilationRate: [2, 3] }),
        node('normalized', 'batchNormalization', { axis: 1 }),
        node('larger', 'upSampling2d', { size: [3, 2], interpolation: 'bilinear' }),
        node('rows', 'reshape', { targetShape: [24, 24] }),
        node('both', 'gru', {
          units: 3,
          bidirectional: true,
          returnSequences: true,
          recurrentRegularizer: { kind: 'l2', l2: 0.01 },
        }),
        node('memory', 'lstm', { units: 4, kernelRegularizer: { kind: 'l1', l1: 0.01 } }),
        node('last', 'dense', { units: 2 }),
        node('output', 'output'),
      ],
      [
        'picture > depthwise',
        'depthwise > normalized',
        'normalized > larger',
        'larger > rows',
        'rows > both',
        'both > memory',
        'memory > last',
        'last > output',
      ],
    ),
  ),
  /** Attention of one input, of several, and of a layer that is used twice. */
  attention: documentOf(
    'attention',
    graph(
      [
        node('tokens', 'inputLayer', { shape: [7], dtype: 'int32' }),
        node('memory', 'inputLayer', { shape: [5, 6] }),
        node('embedding', 'embedding', { inputDim: 30, outputDim: 8 }),
        node('waves', 'sinusoidalPositionEncoding'),
        node('positions', 'positionEmbedding', { maxLength: 7 }),
        node('self', 'multiHeadAttention', { numHeads: 2, keyDim: 4, useCausalMask: true }),
        node('sum', 'add'),
        node('normalized', 'layerNormalization'),
        node('across', 'multiHeadAttention', { numHeads: 3, keyDim: 4 }),
        node('again', 'multiHeadAttention', {}, { sharesWeightsWith: 'across' }),
        node('products', 'attention', { useScale: true, useCausalMask: true }),
        node('sums', 'additiveAttention'),
        node('mean', 'globalAveragePooling1d'),
        node('last', 'dense', { units: 2 }),
        node('output', 'output'),
      ],
      [
        'tokens > embedding',
        'embedding > waves',
        'waves > positions',
        'positions > self',
        'positions > sum',
        'self > sum:1',
        'sum > normalized',
        'normalized > across',
        'memory > across:1',
        'across > again',
        'memory > again:1',
        'again > products',
        'products > sums',
        'across > sums:1',
        'sums > mean',
        'mean > last',
        'last > output',
      ],
    ),
  ),
  /** Marks of padding that attention uses and passes on; a third of the tokens are padding. */
  padded: documentOf(
    'padded',
    graph(
      [
        node('tokens', 'inputLayer', { shape: [7], dtype: 'int32' }),
        node('embedding', 'embedding', { inputDim: 3, outputDim: 8, maskZero: true }),
        node('waves', 'sinusoidalPositionEncoding'),
        node('positions', 'positionEmbedding', { maxLength: 9 }),
        node('heads', 'multiHeadAttention', { numHeads: 2, keyDim: 4, useCausalMask: true }),
        node('normalized', 'groupNormalization', { groups: 2 }),
        node('products', 'attention', { useCausalMask: true }),
        node('sums', 'additiveAttention'),
        node('lstm', 'lstm', { units: 4 }),
        node('output', 'output'),
      ],
      [
        'tokens > embedding',
        'embedding > waves',
        'waves > positions',
        'positions > heads',
        'heads > normalized',
        'normalized > products',
        'products > sums',
        'sums > lstm',
        'lstm > output',
      ],
    ),
  ),
  /** Operations that are layers in neither library, one of them with several outputs. */
  operations: documentOf(
    'operations',
    graph(
      [
        node('table', 'inputLayer', { shape: [6, 8] }),
        node('halves', 'split'),
        node('product', 'matMul', { transposeB: true }),
        node('difference', 'subtract'),
        node('side_by_side', 'stack', { axis: -1 }),
        node('largest', 'reduce', { operation: 'max', axes: [-1] }),
        node('some', 'gather', { axis: 1, indices: [5, 0, 2] }),
        node('last_two', 'slice', { start: -2 }),
        node('rows', 'flatten'),
        node('pairs', 'flatten'),
        node('dense', 'dense', { units: 2 }),
        node('join', 'concatenate'),
        node('output', 'output'),
      ],
      [
        'table > halves',
        'halves > product',
        'halves:1 > product:1',
        'halves:1 > difference',
        'halves > difference:1',
        'difference > side_by_side',
        'halves > side_by_side:1',
        'side_by_side > largest',
        'product > some',
        'largest > last_two',
        'some > rows',
        'rows > dense',
        'last_two > pairs',
        'dense > join',
        'pairs > join:1',
        'join > output',
      ],
    ),
  ),
  /** Activation functions as parameters of blocks, and one that tfjs's types do not know. */
  activations: documentOf(
    'activations',
    graph(
      [
        node('table', 'inputLayer', { shape: [8] }),
        node('first', 'block', {}, { block: 'activated' }),
        node('second', 'block', { activation: 'logSoftmax' }, { block: 'activated' }),
        node('sum', 'add'),
        node('last', 'dense', { units: 3, activation: 'logSoftmax' }),
        node('result', 'output'),
      ],
      [
        'table > first',
        'table > second',
        'first > sum',
        'second > sum:1',
        'sum > last',
        'last > result',
      ],
    ),
    [activatedBlock],
  ),
  wrapped: documentOf(
    'wrapped',
    graph(
      [
        node('tokens', 'inputLayer', { shape: [12], dtype: 'int32' }),
        node('embedding', 'embedding', { inputDim: 50, outputDim: 8 }),
        node('padding', 'zeroPadding2d', {
          padding: [
            [1, 2],
            [0, 1],
          ] as never,
        }),
        node('lstm', 'lstm', { units: 6, returnSequences: true }),
        node('both', 'lstm', { units: 4, returnSequences: true, bidirectional: true }),
        node('gru', 'gru', { units: 5 }),
        node('output', 'output'),
      ],
      ['tokens > embedding', 'embedding > lstm', 'lstm > both', 'both > gru', 'gru > output'],
    ),
  ),
};

/** A table with a schedule, early stopping, a constraint, a scaled input, a hinge loss and a weight. */
export function fullRecipe(): StrataDocument {
  const document = templateOf('table-binary');
  const [output] = Object.keys(document.training.outputs);
  const dense = document.graph.nodes.find((node) => node.kind === 'dense');
  const [[feature = ''] = []] = Object.values(document.data.bindings.inputs);
  return {
    ...document,
    graph: {
      ...document.graph,
      nodes: document.graph.nodes.map((node) =>
        node === dense
          ? { ...node, params: { ...node.params, kernelConstraint: { kind: 'maxNorm' } } }
          : node,
      ),
    },
    data: {
      ...document.data,
      steps: [{ kind: 'scale', features: [feature], params: { divisor: 2 } }],
      split: { ...emptyRecipe.split, validation: 'split', validationFraction: 0.25 },
    },
    training: {
      optimizer: { kind: 'sgd', params: { learningRate: 0.05, momentum: 0.9 } },
      schedule: { kind: 'stepDecay', params: { dropRate: 0.5, dropEpochs: 2 } },
      batchSize: 16,
      epochs: 6,
      shuffle: true,
      stopping: {
        monitor: 'valAccuracy',
        patienceEpochs: 3,
        minDelta: 0.001,
        restoreBestWeights: true,
      },
      outputs: {
        [output ?? '']: {
          loss: { kind: 'hinge', params: {} },
          weight: 0.5,
          metrics: [
            { kind: 'accuracy', params: {} },
            { kind: 'precision', params: { threshold: 0.25 } },
          ],
        },
      },
    },
  };
}

/** Two outputs of one branching network on a table, with losses of different weights. */
export function twoOutputs(): StrataDocument {
  const document = templateOf('table-binary');
  const [feature = []] = Object.values(document.data.bindings.inputs);
  const [target = ''] = Object.values(document.data.bindings.outputs);
  const answer = {
    loss: { kind: 'binaryCrossentropy', params: {} },
    weight: 1,
    metrics: [
      { kind: 'accuracy', params: {} },
      { kind: 'precision', params: {} },
    ],
  };
  const score = {
    loss: { kind: 'meanSquaredError', params: {} },
    weight: 0.25,
    metrics: [{ kind: 'meanAbsoluteError', params: {} }],
  };
  return {
    ...document,
    name: 'two-outputs',
    graph: graph(
      [
        node('columns', 'inputLayer', { shape: [8] }),
        node('trunk', 'dense', { units: 6, activation: 'tanh' }),
        node('yes', 'dense', { units: 1, activation: 'sigmoid' }),
        node('amount', 'dense', { units: 1 }),
        node('answer', 'output'),
        node('score', 'output'),
      ],
      ['columns > trunk', 'trunk > yes', 'trunk > amount', 'yes > answer', 'amount > score'],
    ),
    data: {
      ...document.data,
      bindings: { inputs: { columns: feature }, outputs: { answer: target, score: target } },
    },
    training: { ...document.training, outputs: { answer, score } },
  };
}
