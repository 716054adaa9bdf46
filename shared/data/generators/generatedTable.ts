/** A generated table: `columns` holds 8 numbers for each row, `labels` a 0 or 1. */
export interface GeneratedTable {
  readonly columns: Float32Array;
  readonly labels: Float32Array;
}

/**
 * Rows of 8 numbers (mean 0, deviation 1) and a label: whether a sum of the first three and a product of the next two
 * is above zero. The last three columns say nothing. `noise` is the fraction of labels that are turned.
 * `random` gives numbers from 0 to 1.
 */
export function generatedTable(random: () => number, rows: number, noise: number): GeneratedTable {
  const columns = new Float32Array(rows * 8);
  const labels = new Float32Array(rows);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      columns[row * 8 + column] = normal();
    }
    const at = (column: number) => columns[row * 8 + column] ?? 0;
    const score = 1.5 * at(0) - at(1) + at(2) + 0.5 * at(3) * at(4);
    const isTurned = random() < noise;
    labels[row] = Number(score > 0 !== isTurned);
  }
  return { columns, labels };
}
