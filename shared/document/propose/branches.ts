import type { ProposedInput } from '#shared/document/propose/inputs.ts';
import { numbersOf, powerOfTwo } from '#shared/document/propose/sizes.ts';
import type { SketchChain, SketchLayer } from '#shared/document/propose/sketch.ts';

/** Sequences longer than this take too long to be read step by step. */
const longSequence = 120;

/** One kind of input, and what turns it into a row of numbers. The first that takes an input makes its branch. */
interface Branch {
  readonly takes: (input: ProposedInput) => boolean;
  readonly layers: (input: ProposedInput) => SketchChain;
}

const relu = { activation: 'relu' } as const;

/** Class numbers of tokens or of a category: how many different ones may come; null: they are no such numbers. */
function vocabularyOf({ features }: ProposedInput): number | null {
  const [only] = features;
  return features.length === 1 && only?.dtype === 'int32' && (only.shape?.length ?? 0) > 0
    ? only.classes
    : null;
}

/** Texts as token numbers: looked up, then read in order or, where they are long, averaged. */
const tokens: Branch = {
  takes: (input) => input.shape.length === 1 && vocabularyOf(input) !== null,
  layers: (input) => {
    const length = input.shape[0] ?? longSequence + 1;
    const inputDim = vocabularyOf(input) ?? 1;
    const isLong = length > longSequence;
    return [
      { kind: 'inputLayer', params: { shape: input.shape, dtype: 'int32' }, name: input.name },
      { kind: 'embedding', params: { inputDim, outputDim: 32 } },
      isLong
        ? { kind: 'globalAveragePooling1d', params: {} }
        : { kind: 'lstm', params: { units: 32 } },
      { kind: 'dense', params: { units: 32, ...relu } },
    ];
  },
};

/** Pictures: convolutions and poolings until little of the plane is left. */
const pictures: Branch = {
  takes: ({ shape }) => shape.length === 3,
  layers: ({ shape, name }) => [
    { kind: 'inputLayer', params: { shape }, name },
    ...convolutions(shape[0] ?? null, shape[1] ?? null),
  ],
};

/** Spectrograms: pictures of time and pitch with one channel. */
const spectrograms: Branch = {
  takes: ({ shape, features }) =>
    features[0]?.kind === 'audio' &&
    shape.length === 2 &&
    !shape.includes(null) &&
    (shape[1] ?? 0) >= 8,
  layers: ({ shape, name }) => [
    { kind: 'inputLayer', params: { shape }, name },
    { kind: 'reshape', params: { targetShape: [...shape, 1] } },
    ...convolutions(shape[0] ?? null, shape[1] ?? null),
  ],
};

/** Numbers in an order: read step by step, long ones by convolutions along them. */
const sequences: Branch = {
  takes: ({ shape }) => shape.length === 2,
  layers: ({ shape, name }) => {
    const input: SketchLayer = { kind: 'inputLayer', params: { shape }, name };
    return (shape[0] ?? 0) <= longSequence
      ? [input, { kind: 'lstm', params: { units: 32 } }]
      : [input, ...convolutionsAlong(shape[0] ?? 0)];
  },
};

/** A recording as it is: a long row of numbers. */
const recordings: Branch = {
  takes: ({ shape, features }) =>
    shape.length === 1 &&
    ['audio', 'sequence'].includes(features[0]?.kind ?? '') &&
    (shape[0] ?? 0) > 16,
  layers: ({ shape, name }) => [
    { kind: 'inputLayer', params: { shape }, name },
    { kind: 'reshape', params: { targetShape: [shape[0] ?? 1, 1] } },
    ...convolutionsAlong(shape[0] ?? 0),
  ],
};

/** Rows of numbers. */
const rows: Branch = {
  takes: () => true,
  layers: ({ shape, name }) => {
    const units = powerOfTwo(4 * numbersOf(shape), 32, 128);
    const flat: SketchChain = shape.length === 1 ? [] : [{ kind: 'flatten', params: {} }];
    return [
      { kind: 'inputLayer', params: { shape }, name },
      ...flat,
      { kind: 'dense', params: { units, ...relu } },
      { kind: 'dense', params: { units: Math.max(32, units / 2), ...relu } },
    ];
  },
};

const kinds: readonly Branch[] = [tokens, pictures, spectrograms, sequences, recordings, rows];

/** The layers from an input to a row of numbers, the input layer first. */
export function branchOf(input: ProposedInput): SketchChain {
  return (kinds.find(({ takes }) => takes(input)) ?? rows).layers(input);
}

function convolutions(height: number | null, width: number | null): SketchChain {
  const layers: SketchLayer[] = [];
  let side = Math.min(height ?? 64, width ?? 64);
  for (let filters = 16; filters <= 64 && (side >= 6 || layers.length === 0); filters *= 2) {
    layers.push({
      kind: 'conv2d',
      params: { filters, kernelSize: [3, 3], padding: 'same', ...relu },
    });
    if (side >= 2) layers.push({ kind: 'maxPooling2d', params: { poolSize: [2, 2] } });
    side = Math.floor(side / 2);
  }
  // A few numbers of each channel are kept where they are; of a large or unknown plane, only the mean.
  const isSmall = height !== null && width !== null && side <= 8;
  layers.push(
    isSmall ? { kind: 'flatten', params: {} } : { kind: 'globalAveragePooling2d', params: {} },
    { kind: 'dropout', params: { rate: 0.25 } },
    { kind: 'dense', params: { units: 64, ...relu } },
  );
  return layers;
}

function convolutionsAlong(length: number): SketchChain {
  const layers: SketchLayer[] = [];
  let left = length;
  for (let filters = 16; filters <= 64 && left >= 16; filters *= 2) {
    layers.push(
      { kind: 'conv1d', params: { filters, kernelSize: 5, padding: 'same', ...relu } },
      { kind: 'maxPooling1d', params: { poolSize: 4 } },
    );
    left = Math.floor(left / 4);
  }
  return [
    ...layers,
    { kind: 'globalAveragePooling1d', params: {} },
    { kind: 'dense', params: { units: 32, ...relu } },
  ];
}
