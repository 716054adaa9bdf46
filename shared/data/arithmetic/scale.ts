/** Every value divided by `divisor`. */
export function scale(values: ArrayLike<number>, divisor: number): Float32Array {
  const scaled = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    scaled[index] = (values[index] ?? 0) / divisor;
  }
  return scaled;
}
