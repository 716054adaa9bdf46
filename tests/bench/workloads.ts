import type { Column, Dataset } from '#main/engine/data/source/table.ts';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import type { EdgeId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

/** A network with the data that it is timed on. */
interface Workload {
  readonly id: string;
  readonly title: string;
  readonly batchSize: number;
  readonly document: StrataDocument;
  /** Examples, the same for every contender. */
  examples(): Promise<readonly Column[]>;
  /** What inputs are divided by before they are used. */
  readonly divisor: number;
}

type LayerRow = readonly [kind: string, params?: ParamValues];

/** A chain of layers with one loss. */
export function chain(
  shape: readonly number[],
  rows: readonly LayerRow[],
  loss: string,
  batchSize: number,
  options: { readonly divisor?: number; readonly dtype?: string; readonly classes?: number } = {},
): StrataDocument {
  const all: readonly LayerRow[] = [
    ['inputLayer', { shape, dtype: options.dtype ?? 'float32' }],
    ...rows,
    ['output'],
  ];
  const name = (index: number) => `n${index}` as NodeId;
  const last = name(all.length - 1);
  return {
    format: 'strata',
    version: 1,
    id: 'bench',
    name: 'bench',
    seed: 1,
    graph: {
      nodes: all.map(([kind, params = {}], index): GraphNode => ({
        id: name(index),
        name: name(index),
        kind,
        params,
        position: { x: 0, y: 0 },
      })),
      edges: all.slice(1).map((_, index) => ({
        id: `e${index}` as EdgeId,
        from: { node: name(index), port: 0 },
        to: { node: name(index + 1), port: 0 },
      })),
      notes: [],
    },
    blocks: [],
    data: {
      ...emptyRecipe,
      steps: [
        ...(options.divisor === undefined
          ? []
          : [{ kind: 'scale', features: ['x'], params: { divisor: options.divisor } }]),
        ...(options.classes === undefined
          ? []
          : [{ kind: 'oneHot', features: ['y'], params: { classes: options.classes } }]),
      ],
      bindings: { inputs: { [name(0)]: ['x'] }, outputs: { [last]: 'y' } },
    },
    training: {
      optimizer: { kind: 'adam', params: { learningRate: 0.001 } },
      schedule: null,
      batchSize,
      epochs: 1_000_000,
      shuffle: true,
      stopping: null,
      outputs: {
        [last]: {
          loss: { kind: loss, params: {} },
          weight: 1,
          metrics: [{ kind: 'accuracy', params: {} }],
        },
      },
    },
  };
}

const conv = (filters: number): LayerRow => ['conv2d', { filters, activation: 'relu' }];
const separable = (filters: number): LayerRow => [
  'separableConv2d',
  { filters, activation: 'relu', padding: 'same' },
];
const dense = (units: number, activation: string): LayerRow => ['dense', { units, activation }];

async function digits(): Promise<readonly Column[]> {
  const found = templates.find(({ id }) => id === 'mnist-cnn');
  const loaded = found === undefined ? null : await loadDataset(found.document.data, null);
  if (loaded === null || !loaded.ok) throw new Error('MNIST cannot be read.');
  const [image, label] = loaded.value.train.columns;
  if (image === undefined || label === undefined) throw new Error('MNIST has no columns.');
  return [
    { ...image, name: 'x' },
    { ...label, name: 'y' },
  ];
}

/** Random examples of a true shape; the target follows from the first values, so that there is something to learn. */
function synthesized(
  count: number,
  shape: readonly number[],
  kind: 'bytes' | 'numbers' | 'tokens',
  classes: number,
): Promise<readonly Column[]> {
  const random = mulberry32(9);
  const size = shape.reduce((a, b) => a * b, 1);
  const length = count * size;
  const x =
    kind === 'bytes'
      ? Uint8Array.from({ length }, () => random() * 256)
      : kind === 'tokens'
        ? Int32Array.from({ length }, () => random() * vocabulary)
        : Float32Array.from({ length }, () => random() * 2 - 1);
  const scale = kind === 'bytes' ? 256 : kind === 'tokens' ? vocabulary : 1;
  const y = Uint8Array.from({ length: count }, (_, row) => {
    const first = (x[row * size] ?? 0) / scale;
    return Math.min(
      classes - 1,
      Math.floor((kind === 'numbers' ? (first + 1) / 2 : first) * classes),
    );
  });
  const names = Array.from({ length: classes }, (_, index) => String(index));
  return Promise.resolve([
    { name: 'x', shape, values: x, classes: null },
    { name: 'y', shape: [1], values: y, classes: names },
  ]);
}

const vocabulary = 10_000;
const textLength = 100;

/** W1 to W5 and a separable CNN. */
export const workloads: readonly Workload[] = [
  {
    id: 'W1',
    title: 'table, dense 10, batch 32',
    batchSize: 32,
    divisor: 1,
    document: chain([8], [dense(10, 'relu'), dense(1, 'sigmoid')], 'binaryCrossentropy', 32),
    examples: () => synthesized(40_000, [8], 'numbers', 2),
  },
  {
    id: 'W2',
    title: 'MNIST, MLP 128, batch 64',
    batchSize: 64,
    divisor: 255,
    document: chain(
      [28, 28, 1],
      [['flatten'], dense(128, 'relu'), dense(10, 'softmax')],
      'categoricalCrossentropy',
      64,
      { divisor: 255, classes: 10 },
    ),
    examples: digits,
  },
  {
    id: 'W3',
    title: 'MNIST, CNN, batch 64',
    batchSize: 64,
    divisor: 255,
    document: chain(
      [28, 28, 1],
      [
        conv(32),
        ['maxPooling2d'],
        conv(64),
        ['maxPooling2d'],
        conv(64),
        ['flatten'],
        dense(64, 'relu'),
        dense(10, 'softmax'),
      ],
      'sparseCategoricalCrossentropy',
      64,
      { divisor: 255 },
    ),
    examples: digits,
  },
  {
    id: 'W4',
    title: 'CIFAR shape, CNN, batch 64',
    batchSize: 64,
    divisor: 255,
    document: chain(
      [32, 32, 3],
      [
        conv(32),
        ['maxPooling2d'],
        conv(64),
        ['maxPooling2d'],
        conv(128),
        ['maxPooling2d'],
        ['flatten'],
        dense(128, 'relu'),
        dense(10, 'softmax'),
      ],
      'categoricalCrossentropy',
      64,
      { divisor: 255, classes: 10 },
    ),
    examples: () => synthesized(50_000, [32, 32, 3], 'bytes', 10),
  },
  ...(['lstm', 'gru'] as const).map((kind): Workload => ({
    id: kind === 'lstm' ? 'W5' : 'W5-GRU',
    title: `text of 100 tokens, embedding, ${kind.toUpperCase()} 64, batch 64`,
    batchSize: 64,
    divisor: 1,
    document: chain(
      [textLength],
      [
        ['embedding', { inputDim: vocabulary, outputDim: 64 }],
        [kind, { units: 64 }],
        dense(1, 'sigmoid'),
      ],
      'binaryCrossentropy',
      64,
      { dtype: 'int32' },
    ),
    examples: () => synthesized(10_000, [textLength], 'tokens', 2),
  })),
  {
    id: 'separable',
    title: 'CIFAR shape, separable CNN, batch 64',
    batchSize: 64,
    divisor: 255,
    document: chain(
      [32, 32, 3],
      [
        conv(32),
        separable(64),
        ['maxPooling2d'],
        separable(128),
        ['maxPooling2d'],
        ['globalAveragePooling2d'],
        dense(10, 'softmax'),
      ],
      'sparseCategoricalCrossentropy',
      64,
      { divisor: 255 },
    ),
    examples: () => synthesized(20_000, [32, 32, 3], 'bytes', 10),
  },
];

/** A workload's examples, at most so many. */
export async function datasetOf(workload: Workload, most: number): Promise<Dataset> {
  const columns = await workload.examples();
  const all = (columns[1]?.values.length ?? 0) / 1;
  const count = Math.min(all, most);
  return {
    test: null,
    train: {
      count,
      columns: columns.map((column) => ({
        ...column,
        values: column.values.slice(0, (column.values.length / all) * count),
      })),
    },
  };
}
