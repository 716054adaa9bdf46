/** Noise: `columns` holds 8 numbers for each row, `labels` a 0 or 1 that has nothing to do with them. */
export interface GeneratedNoise {
  readonly columns: Float32Array;
  readonly labels: Float32Array;
}

/** Rows of 8 numbers from −1 to 1 and a coin's toss. `random` gives numbers from 0 to 1. */
export function generatedNoise(random: () => number, rows: number): GeneratedNoise {
  const columns = new Float32Array(rows * 8);
  const labels = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      columns[row * 8 + column] = 2 * random() - 1;
    }
    labels[row] = random() < 0.5 ? 0 : 1;
  }
  return { columns, labels };
}
