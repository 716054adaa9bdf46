import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { NumberStatistics } from '#shared/data/report.ts';

/** Numbers that are kept; of more, so many at random. */
const keptAtMost = 500_000;

const pieces = 20;

/** Gathers what many numbers are like, in bounded memory. Missing ones (NaN) are counted apart. */
export class NumberSketch {
  #count = 0;
  #missing = 0;
  #min = Infinity;
  #max = -Infinity;
  #mean = 0;
  #squares = 0;
  #kept = new Float64Array(1024);
  readonly #random = mulberry32(1);

  get missing(): number {
    return this.#missing;
  }

  add(value: number): void {
    if (!Number.isFinite(value)) {
      this.#missing += 1;
      return;
    }
    this.#keep(value);
    this.#count += 1;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    // Welford: large values with small differences keep their digits.
    const distance = value - this.#mean;
    this.#mean += distance / this.#count;
    this.#squares += distance * (value - this.#mean);
  }

  #keep(value: number): void {
    if (this.#count < keptAtMost) {
      if (this.#count === this.#kept.length) {
        const larger = new Float64Array(Math.min(keptAtMost, 2 * this.#kept.length));
        larger.set(this.#kept);
        this.#kept = larger;
      }
      this.#kept[this.#count] = value;
      return;
    }
    const place = Math.floor(this.#random() * (this.#count + 1));
    if (place < keptAtMost) this.#kept[place] = value;
  }

  /** null: there were no numbers. Histogram and outliers are exact up to 500,000 numbers, else scaled up from so many. */
  statistics(): NumberStatistics | null {
    if (this.#count === 0) return null;
    const sorted = this.#kept.slice(0, Math.min(this.#count, keptAtMost)).sort();
    const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
    const [first, second, third] = [at(0.25), at(0.5), at(0.75)];
    const reach = 3 * (third - first);
    const scale = this.#count / sorted.length;
    const histogram = Array.from({ length: pieces }, () => 0);
    const width = (this.#max - this.#min) / pieces;
    let outliers = 0;
    for (const value of sorted) {
      const piece = width > 0 ? Math.min(pieces - 1, Math.floor((value - this.#min) / width)) : 0;
      histogram[piece] = (histogram[piece] ?? 0) + 1;
      if (reach > 0 && (value < first - reach || value > third + reach)) outliers += 1;
    }
    return {
      min: this.#min,
      max: this.#max,
      mean: this.#mean,
      deviation: Math.sqrt(this.#squares / this.#count),
      quartiles: [first, second, third],
      histogram: histogram.map((count) => Math.round(count * scale)),
      outliers: Math.round(outliers * scale),
    };
  }
}
