import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { orthogonal } from '#main/engine/layers/orthogonal.ts';

/** Stock tfjs's numbers, taken before its class is repaired. */
const stock = new Map<string, number[]>();
const shapes = [
  [4, 4],
  [3, 12],
  [12, 3],
  [2, 3, 4],
  [1, 5],
];

beforeAll(async () => {
  await tf.setBackend('cpu');
  for (const shape of shapes) {
    const values = tf.initializers.orthogonal({ gain: 1.5, seed: 3 }).apply(shape);
    stock.set(shape.join(), [...values.dataSync()]);
  }
});

/** The products of a matrix's shorter side with itself. */
function products(matrix: tf.Tensor): number[] {
  const [rows = 1, columns = 1] = matrix.shape;
  const isWide = rows < columns;
  return [...tf.matMul(matrix, matrix, !isWide, isWide).dataSync()];
}

describe('orthogonal', () => {
  test.each(shapes.map((shape) => [shape.join('×'), shape] as const))('%s as tfjs', (_, shape) => {
    const values = orthogonal({ gain: 1.5, seed: 3 }).apply(shape);
    expect(values.shape).toEqual(shape);
    const expected = stock.get(shape.join()) ?? [];
    values.dataSync().forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? NaN, 5);
    });
  });

  test('256 × 1024 stays at right angles, within a second', () => {
    const started = performance.now();
    const values = orthogonal({ gain: 1 }).apply([256, 1024]);
    expect(performance.now() - started).toBeLessThan(5000);
    const worst = products(values).map((value, index) =>
      Math.abs(value - (index % 257 === 0 ? 1 : 0)),
    );
    expect(Math.max(...worst)).toBeLessThan(1e-5);
  });

  test('a saved layer is one that stock tfjs reads', () => {
    const layer = tf.layers.lstm({ units: 2, recurrentInitializer: orthogonal({ gain: 2 }) });
    expect(layer.getConfig()['recurrentInitializer']).toEqual({
      className: 'Orthogonal',
      config: { gain: 2, seed: undefined },
    });
  });
});
