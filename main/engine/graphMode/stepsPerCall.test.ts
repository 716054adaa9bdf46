import { expect, test } from 'vitest';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { Op, Program } from '#main/engine/graphMode/program.ts';
import { multiplyAddsOf, stepsPerCallOf } from '#main/engine/graphMode/stepsPerCall.ts';

/** One op of this kind, of tensors of these shapes, as often as `copies`. */
function program(
  name: string,
  inputs: readonly (readonly number[])[],
  output: readonly number[],
  copies = 1,
): Program {
  const op = (index: number): Op => ({
    name,
    attributes: [],
    inputs: inputs.map((_, input) => input + 1),
    outputs: [{ id: 1000 + index, shape: output, dtype: dataTypes.float32 }],
  });
  return {
    ops: Array.from({ length: copies }, (_, index) => op(index)),
    constants: new Map(),
    inputs: new Map(inputs.map((shape, input) => [input + 1, { shape, dtype: dataTypes.float32 }])),
    results: [],
  };
}

const image = [64, 15, 15, 32];
const kernel = [3, 3, 32, 64];
const filtered = [64, 13, 13, 64];
const ofConvolution = 64 * 13 * 13 * 64 * 3 * 3 * 32;

test.each<readonly [string, readonly (readonly number[])[], readonly number[], number]>([
  [
    'MatMul',
    [
      [64, 784],
      [784, 128],
    ],
    [64, 128],
    64 * 784 * 128,
  ],
  [
    'BatchMatMulV2',
    [
      [8, 4, 10, 6],
      [8, 4, 6, 5],
    ],
    [8, 4, 10, 5],
    32 * 10 * 6 * 5,
  ],
  ['Conv2D', [image, kernel], filtered, ofConvolution],
  ['Conv2DBackpropInput', [[4], kernel, filtered], image, ofConvolution],
  ['Conv2DBackpropFilter', [image, [4], filtered], kernel, ofConvolution],
  ['BlockLSTM', [[], [100, 64, 32], [], [], [96, 256]], [100, 64, 64], 100 * 64 * 96 * 256],
  [
    'GRUBlockCell',
    [
      [64, 32],
      [64, 64],
      [96, 128],
      [96, 64],
    ],
    [64, 64],
    64 * 96 * 192,
  ],
  ['Relu', [image], image, 0],
])('multiply-adds of %s', (name, inputs, output, expected) => {
  expect(multiplyAddsOf(program(name, inputs, output))).toBeCloseTo(expected, 0);
});

test.each([
  [
    'a small net',
    program(
      'MatMul',
      [
        [64, 784],
        [784, 128],
      ],
      [64, 128],
      5,
    ),
    8,
  ],
  ['a net of convolutions', program('Conv2D', [image, kernel], filtered, 4), 4],
  ['a large one', program('Conv2D', [image, kernel], filtered, 40), 1],
  ['a net of 300 ops', program('Relu', [image], image, 300), 2],
  ['a net of 2,000 ops', program('Relu', [image], image, 2000), 1],
])('steps in a call of %s', (_, given, expected) => {
  expect(stepsPerCallOf(given)).toBe(expected);
});
