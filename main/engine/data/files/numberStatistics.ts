import type { NumberStatistics } from '#shared/data/report.ts';

/** Pieces of a histogram. */
const pieces = 20;

/** Statistics of numbers; null: there are none. Sorts a copy: meant for one number a file. */
export function numberStatistics(numbers: readonly number[]): NumberStatistics | null {
  const count = numbers.length;
  if (count === 0) return null;
  const sorted = Float64Array.from(numbers).sort();
  const min = sorted[0] ?? 0;
  const max = sorted[count - 1] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const quantile = (part: number) => {
    const at = (count - 1) * part;
    const below = sorted[Math.floor(at)] ?? 0;
    return below + ((sorted[Math.ceil(at)] ?? 0) - below) * (at - Math.floor(at));
  };
  const quartiles = [quantile(0.25), quantile(0.5), quantile(0.75)] as const;
  const reach = 3 * (quartiles[2] - quartiles[0]);
  const histogram = new Array<number>(pieces).fill(0);
  let outliers = 0;
  for (const value of sorted) {
    const piece = max === min ? 0 : Math.floor(((value - min) / (max - min)) * pieces);
    const index = Math.min(piece, pieces - 1);
    histogram[index] = (histogram[index] ?? 0) + 1;
    if (value < quartiles[0] - reach || value > quartiles[2] + reach) outliers += 1;
  }
  return { min, max, mean, deviation: Math.sqrt(squares / count), quartiles, histogram, outliers };
}
