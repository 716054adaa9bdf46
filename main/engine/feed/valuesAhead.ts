import type { Values } from '#main/engine/data/source/table.ts';

/** Batches that are made before they are asked for; each is held in memory until then. */
const batchesAhead = 3;

/** Large batches: fewer of them, so that they take no more memory than this, bytes. */
const bytesAhead = 192 * 2 ** 20;

/** Values that are being made, and of how many rows. */
interface Made {
  readonly count: number;
  readonly values: Promise<Values>;
}

/**
 * Values of batches, made while the device still computes the batches before: reading, decoding and changing them happens on
 * other threads. Whoever goes through the rows says in which order; a batch out of this order is made when it is asked for.
 */
export class ValuesAhead {
  readonly #make: (rows: Uint32Array, epoch: number) => Promise<Values>;
  /** Values by the place of their first row in the order. */
  readonly #made = new Map<number, Made>();
  #order: Uint32Array = new Uint32Array();
  #epoch = 0;
  #next = 0;
  #waitedMs = 0;
  /** Of the last batch that was made. */
  #batchBytes = 1;

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
    const values = this.#madeAt(place, rows) ?? this.#make(rows, this.#epoch);
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

  /** What was made for these rows, and maybe for some after them, which then wait for their own turn. */
  #madeAt(place: number, rows: Uint32Array): Promise<Values> | undefined {
    const made = this.#made.get(place);
    this.#made.delete(place);
    if (made === undefined || made.count < rows.length) return undefined;
    const { count, values } = made;
    if (count === rows.length) return values;
    const part = async (from: number, to: number) => {
      const all = await values;
      const size = all.length / count;
      return all.slice(from * size, to * size);
    };
    const rest = part(rows.length, count);
    rest.catch(() => undefined);
    this.#made.set(place + rows.length, { count: count - rows.length, values: rest });
    return part(0, rows.length);
  }

  #prepare(size: number): void {
    const ends = [...this.#made].map(([from, { count }]) => from + count);
    let from = Math.max(this.#next, ...ends);
    const most = Math.min(batchesAhead, Math.max(1, Math.floor(bytesAhead / this.#batchBytes)));
    while (this.#made.size < most && from < this.#order.length) {
      const rows = this.#order.slice(from, from + size);
      const values = this.#make(rows, this.#epoch);
      values.then(
        ({ byteLength }) => {
          this.#batchBytes = Math.max(1, byteLength);
        },
        // Whoever takes it hears of a failure; nobody may take it.
        () => undefined,
      );
      this.#made.set(from, { count: rows.length, values });
      from += rows.length;
    }
  }
}
