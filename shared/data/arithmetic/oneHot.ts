/** A row of `classes` zeros for every class number, with a one at its place; a number outside 0 … classes − 1 gives zeros only. */
export function oneHot(values: ArrayLike<number>, classes: number): Float32Array {
  const rows = new Float32Array(values.length * classes);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? -1;
    if (value >= 0 && value < classes) {
      rows[index * classes + value] = 1;
    }
  }
  return rows;
}
