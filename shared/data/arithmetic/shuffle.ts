/** The numbers 0 to count − 1 in random order (Fisher and Yates). `random` gives numbers from 0 to 1. */
export function shuffledIndices(count: number, random: () => number): Uint32Array {
  const indices = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    indices[index] = index;
  }
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const value = indices[last] ?? 0;
    indices[last] = indices[other] ?? 0;
    indices[other] = value;
  }
  return indices;
}
