import type { Values } from '#main/engine/data/table.ts';

/** Batches that are made before they are asked for; each is held in memory until then. */
const batchesAhead = 3;

/**
 * Values of batches, made while the device still computes the batches before: reading, decoding and changing them happens on
 * other threads. Whoever goes through the rows says in which order; a batch out of this order is made when it is asked for.
 */
export class ValuesAhead {
  readonly #make: (rows: Uint32Array, epoch: number) => Promise<Values>;
  readonly #made = new Map<number, Promise<Values>>();
  #order: Uint32Array = new Uint32Array();
  #epoch = 0;
  #next = 0;
  #waitedMs = 0;

  /** `make` gives the values of rows, one after the other; `epoch` is 0-based. */
  constructor(make: (rows: Uint32Array, epoch: number) => Promise<Values>) {
    this.#make = make;
  }

  /** How long batches were waited for since the beginning, milliseconds. */
  get waitedMs(): number {
    return this.#waitedMs;
  }

  /** An epoch goes through these rows in this order. */
  begin(epoch: number, order: Uint32Array): void {
    this.#made.clear();
    this.#epoch = epoch;
    this.#order = order;
    this.#next = 0;
  }

  /** The values of these rows. */
  async take(rows: Uint32Array): Promise<Values> {
    const place = this.#next;
    if (!this.#isNext(rows)) return this.#make(rows, this.#epoch);
    const values = this.#made.get(place) ?? this.#make(rows, this.#epoch);
    this.#made.delete(place);
    this.#next = place + rows.length;
    this.#prepare(rows.length);
    const began = performance.now();
    try {
      return await values;
    } finally {
      this.#waitedMs += performance.now() - began;
    }
  }

  #isNext(rows: Uint32Array): boolean {
    const end = this.#next + rows.length;
    return (
      rows.length > 0 &&
      end <= this.#order.length &&
      rows[0] === this.#order[this.#next] &&
      rows.at(-1) === this.#order[end - 1]
    );
  }

  #prepare(size: number): void {
    for (let ahead = 0; ahead < batchesAhead; ahead += 1) {
      const from = this.#next + ahead * size;
      if (from >= this.#order.length || this.#made.has(from)) continue;
      const values = this.#make(this.#order.slice(from, from + size), this.#epoch);
      // Whoever takes it hears of a failure; nobody may take it.
      values.catch(() => undefined);
      this.#made.set(from, values);
    }
  }
}
