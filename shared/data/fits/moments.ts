import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { numberParts } from '#shared/data/fits/numberParts.ts';

/** Mean and standard deviation (of the population) of some numbers; both 0 where there are none. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Mean and deviation in one pass, value by value (Welford 1962), so that the size of chunks changes nothing. What is
 * missing or infinite is left out. `channels`: that many results, a value belongs to the one of its place modulo `channels`.
 */
export function gatherMoments(channels: number): {
  readonly add: (cells: Cells) => void;
  readonly result: () => readonly Moments[];
} {
  const counts = new Float64Array(channels);
  const means = new Float64Array(channels);
  const squares = new Float64Array(channels);
  return {
    add: (cells) => {
      for (const values of numberParts(cells)) {
        for (let index = 0; index < values.length; index += 1) {
          const value = values[index] ?? NaN;
          if (!Number.isFinite(value)) continue;
          const channel = index % channels;
          const count = (counts[channel] ?? 0) + 1;
          const mean = means[channel] ?? 0;
          const nextMean = mean + (value - mean) / count;
          counts[channel] = count;
          means[channel] = nextMean;
          squares[channel] = (squares[channel] ?? 0) + (value - mean) * (value - nextMean);
        }
      }
    },
    result: () =>
      Array.from(means, (mean, channel) => {
        const count = counts[channel] ?? 0;
        return { mean, deviation: count === 0 ? 0 : Math.sqrt((squares[channel] ?? 0) / count) };
      }),
  };
}
