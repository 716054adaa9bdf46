/** The power of two nearest to a number, within limits that are powers of two. */
export function powerOfTwo(wanted: number, least: number, most: number): number {
  const power = 2 ** Math.round(Math.log2(Math.max(1, wanted)));
  return Math.min(most, Math.max(least, power));
}

/** How many numbers an example of a shape has; sizes that are not known count as 1. */
export function numbersOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, size) => product * (size ?? 1), 1);
}

/** What training of a starter needs, by the number of rows; null: not known. */
export function trainingSizes(rows: number | null): {
  readonly batchSize: number;
  readonly epochs: number;
  readonly learningRate: number;
} {
  if (rows === null) return { batchSize: 32, epochs: 20, learningRate: 0.001 };
  // About two thousand steps, and few epochs where one is long: training stops early when it does not get better.
  const batchSize = rows < 1000 ? 16 : rows < 20_000 ? 32 : 64;
  const epochs = Math.min(100, Math.max(5, Math.round((2000 * batchSize) / Math.max(1, rows))));
  return { batchSize, epochs, learningRate: rows < 5000 ? 0.003 : 0.001 };
}
