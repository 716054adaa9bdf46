import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { numberParts } from '#shared/data/fits/numberParts.ts';

/** The least and the greatest of some numbers; both 0 where there are none. */
export interface Extremes {
  readonly min: number;
  readonly max: number;
}

/** Least and greatest value for each of `channels`; what is missing or infinite is left out. */
export function gatherExtremes(channels: number): {
  readonly add: (cells: Cells) => void;
  readonly result: () => readonly Extremes[];
} {
  const mins = new Float64Array(channels).fill(Infinity);
  const maxs = new Float64Array(channels).fill(-Infinity);
  return {
    add: (cells) => {
      for (const values of numberParts(cells)) {
        for (let index = 0; index < values.length; index += 1) {
          const value = values[index] ?? NaN;
          if (!Number.isFinite(value)) continue;
          const channel = index % channels;
          if (value < (mins[channel] ?? 0)) mins[channel] = value;
          if (value > (maxs[channel] ?? 0)) maxs[channel] = value;
        }
      }
    },
    result: () =>
      Array.from(mins, (min, channel) =>
        min === Infinity ? { min: 0, max: 0 } : { min, max: maxs[channel] ?? 0 },
      ),
  };
}
