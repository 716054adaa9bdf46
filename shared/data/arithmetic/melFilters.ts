/** One triangle over frequencies: its weights from the place `first` on. */
export interface MelFilter {
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * Triangles that sum up the `frameLength` / 2 + 1 frequencies of a frame to `mels`, evenly spaced between `low` and `high` Hz
 * on the mel scale 2595 · log10(1 + f / 700) (O'Shaughnessy 1987), each 1 at its top. A `high` above half the rate is that.
 */
export function melFilters(
  mels: number,
  frameLength: number,
  rate: number,
  low: number,
  high: number,
): readonly MelFilter[] {
  const bottom = melOf(low);
  const top = melOf(Math.min(high, rate / 2));
  const borders = Array.from(
    { length: mels + 2 },
    (_value, at) => bottom + ((top - bottom) * at) / (mels + 1),
  );
  const bins = Array.from({ length: frameLength / 2 + 1 }, (_value, bin) =>
    melOf((bin * rate) / frameLength),
  );
  return Array.from({ length: mels }, (_value, mel) => {
    const [left = 0, middle = 0, right = 0] = borders.slice(mel, mel + 3);
    const weights = bins.map((bin) =>
      Math.max(0, Math.min((bin - left) / (middle - left), (right - bin) / (right - middle))),
    );
    const first = Math.max(
      0,
      weights.findIndex((weight) => weight > 0),
    );
    const last = weights.findLastIndex((weight) => weight > 0);
    return { first, weights: Float64Array.from(weights.slice(first, last + 1)) };
  });
}

function melOf(frequency: number): number {
  return 2595 * Math.log10(1 + frequency / 700);
}
