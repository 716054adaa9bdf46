/** A generated table: `columns` holds 10 numbers from 0 to 1 for each row, `targets` the number to predict. */
export interface GeneratedRegression {
  readonly columns: Float32Array;
  readonly targets: Float32Array;
}

/**
 * Rows of 10 numbers, evenly spread from 0 to 1, and a number that follows from the first five:
 * 10 sin(π a b) + 20 (c − 0.5)² + 10 d + 5 e. The others say nothing. `noise` is the deviation of what is added.
 * J. Friedman, Multivariate Adaptive Regression Splines (1991), known as Friedman 1. `random` gives numbers from 0 to 1.
 */
export function generatedRegression(
  random: () => number,
  rows: number,
  noise: number,
): GeneratedRegression {
  const columns = new Float32Array(rows * 10);
  const targets = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < 10; column += 1) {
      columns[row * 10 + column] = random();
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = columns.subarray(row * 10, row * 10 + 5);
    targets[row] =
      10 * Math.sin(Math.PI * a * b) +
      20 * (c - 0.5) ** 2 +
      10 * d +
      5 * e +
      noise * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  }
  return { columns, targets };
}
