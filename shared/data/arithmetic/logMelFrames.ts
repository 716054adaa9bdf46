import type { Signal } from './cells.ts';
import type { MelFilter } from './melFilters.ts';
import { melFilters } from './melFilters.ts';
import type { Framing } from './powerFrames.ts';
import { makePowerFrames } from './powerFrames.ts';

/** Keeps silence away from −∞. */
const least = 1e-6;

/**
 * Makes what gives, for each frame of a recording, the natural logarithms of `mels` sums of its power between `low` and
 * `high` Hz (`melFilters`), 10⁻⁶ added to each. null: silence.
 */
export function makeLogMelFrames(
  framing: Framing,
  mels: number,
  low: number,
  high: number,
): (signal: Signal | null) => Float64Array {
  const powersOf = makePowerFrames(framing);
  const byRate = new Map<number, readonly MelFilter[]>();
  const bins = framing.frameLength / 2 + 1;
  return (signal) => {
    const powers = powersOf(signal);
    const rate = signal?.rate ?? 1;
    const filters = byRate.get(rate) ?? melFilters(mels, framing.frameLength, rate, low, high);
    byRate.set(rate, filters);
    const values = new Float64Array(framing.frames * mels);
    for (let frame = 0; frame < framing.frames; frame += 1) {
      for (const [mel, { first, weights }] of filters.entries()) {
        let sum = 0;
        for (const [at, weight] of weights.entries()) {
          sum += weight * (powers[frame * bins + first + at] ?? 0);
        }
        values[frame * mels + mel] = Math.log(sum + least);
      }
    }
    return values;
  };
}
