import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { numberParts } from '#shared/data/fits/numberParts.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

const mostKept = 1_000_000;
const seed = 42;

/**
 * Quantiles, linear between neighbours as NumPy has them: exact up to 1,000,000 values (of all `channels` together), then
 * those of a random sample of so many (Vitter's reservoir, by a fixed seed). What is missing or infinite is left out.
 * `result` takes fractions 0 … 1 and gives a row of quantiles for each channel; zeros where there is no value.
 */
export function gatherQuantiles(
  channels: number,
  kept = mostKept,
): {
  readonly add: (cells: Cells) => void;
  readonly result: (fractions: readonly number[]) => readonly (readonly number[])[];
} {
  const most = Math.max(1, Math.floor(kept / channels));
  const samples = Array.from({ length: channels }, () => ({ values: [] as number[], seen: 0 }));
  const random = mulberry32(seed);
  return {
    add: (cells) => {
      for (const values of numberParts(cells)) {
        for (let index = 0; index < values.length; index += 1) {
          const value = values[index] ?? NaN;
          const sample = samples[index % channels];
          if (sample === undefined || !Number.isFinite(value)) continue;
          sample.seen += 1;
          if (sample.values.length < most) {
            sample.values.push(value);
            continue;
          }
          const place = Math.floor(random() * sample.seen);
          if (place < most) sample.values[place] = value;
        }
      }
    },
    result: (fractions) =>
      samples.map(({ values }) => {
        const sorted = Float64Array.from(values).sort();
        return fractions.map((fraction) => quantile(sorted, fraction));
      }),
  };
}

/** The quantile of ascending numbers, 0 for none. */
function quantile(sorted: Float64Array, fraction: number): number {
  if (sorted.length === 0) return 0;
  const place = fraction * (sorted.length - 1);
  const before = Math.floor(place);
  const low = sorted[before] ?? 0;
  const high = sorted[before + 1] ?? low;
  return low + (high - low) * (place - before);
}
