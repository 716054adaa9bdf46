/** One real and one imaginary part for each place. */
export interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Makes a Fourier transform of `size` numbers, a power of two, that works in place (Cooley and Tukey 1965). */
export function makeFourier(size: number): (values: Complex) => void {
  const cosines = Float64Array.from({ length: size / 2 }, (_value, at) =>
    Math.cos((2 * Math.PI * at) / size),
  );
  const sines = Float64Array.from({ length: size / 2 }, (_value, at) =>
    Math.sin((2 * Math.PI * at) / size),
  );
  const reversed = reversedBits(size);
  return ({ real, imaginary }) => {
    for (let at = 0; at < size; at += 1) {
      const other = reversed[at] ?? 0;
      if (other <= at) continue;
      swap(real, at, other);
      swap(imaginary, at, other);
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let at = 0; at < half; at += 1) {
          const [low, high] = [start + at, start + at + half];
          const cosine = cosines[at * stride] ?? 0;
          const sine = sines[at * stride] ?? 0;
          const [highReal, highImaginary] = [real[high] ?? 0, imaginary[high] ?? 0];
          const turnedReal = highReal * cosine + highImaginary * sine;
          const turnedImaginary = highImaginary * cosine - highReal * sine;
          real[high] = (real[low] ?? 0) - turnedReal;
          imaginary[high] = (imaginary[low] ?? 0) - turnedImaginary;
          real[low] = (real[low] ?? 0) + turnedReal;
          imaginary[low] = (imaginary[low] ?? 0) + turnedImaginary;
        }
      }
    }
  };
}

function reversedBits(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let at = 1; at < size; at += 1) {
    reversed[at] = ((reversed[at >> 1] ?? 0) >> 1) + (at % 2) * (size / 2);
  }
  return reversed;
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = value;
}
