import { open, readFile, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Values } from '#main/engine/data/source/table.ts';
import type { FeedColumn } from '#main/engine/feed/feed.ts';

/** Rows that are read with one call where they follow each other. */
const mostTogether = 256;

/** Columns in files of a folder, one each, row after row, and which rows are there. */
export class RowFiles {
  /** 1: the row is there. */
  readonly present: Uint8Array;
  readonly #folder: string;
  readonly #columns: readonly FeedColumn[];
  readonly #files: readonly FileHandle[];

  private constructor(
    folder: string,
    columns: readonly FeedColumn[],
    files: readonly FileHandle[],
    present: Uint8Array,
  ) {
    this.#folder = folder;
    this.#columns = columns;
    this.#files = files;
    this.present = present;
  }

  /** Opens or makes the files of a folder. */
  static async open(
    folder: string,
    columns: readonly FeedColumn[],
    rowCount: number,
  ): Promise<RowFiles> {
    const known = await readFile(path.join(folder, 'present')).catch(() => null);
    const present = known?.length === rowCount ? new Uint8Array(known) : new Uint8Array(rowCount);
    const files: FileHandle[] = [];
    for (const index of columns.keys()) {
      const file = path.join(folder, `column${index}`);
      files.push(await open(file, 'r+').catch(() => open(file, 'w+')));
    }
    return new RowFiles(folder, columns, files, present);
  }

  get isComplete(): boolean {
    return !this.present.includes(0);
  }

  /** Writes values of rows, one after the other, of every column. Throws what node:fs throws. */
  async write(rows: Uint32Array, values: readonly Values[]): Promise<void> {
    for (const [index, own] of values.entries()) {
      const bytes = new Uint8Array(own.buffer, own.byteOffset, own.byteLength);
      const rowBytes = own.byteLength / Math.max(1, rows.length);
      for (const { from, row, count } of stretches(rows)) {
        const piece = bytes.subarray(from * rowBytes, (from + count) * rowBytes);
        await this.#file(index).write(piece, 0, piece.length, row * rowBytes);
      }
    }
    for (const row of rows) this.present[row] = 1;
  }

  /** Values of rows that are there, one after the other. */
  async read(column: number, rows: Uint32Array): Promise<Values> {
    const { dtype, shape } = this.#column(column);
    const size = sizeOf(shape);
    const values = zeros(dtype, rows.length * size);
    const bytes = new Uint8Array(values.buffer);
    const rowBytes = size * values.BYTES_PER_ELEMENT;
    const file = this.#file(column);
    await Promise.all(
      stretches(rows).map(({ from, row, count }) =>
        file.read(bytes, from * rowBytes, count * rowBytes, row * rowBytes),
      ),
    );
    return values;
  }

  /** Closes the files and notes which rows are there. */
  async close(): Promise<void> {
    for (const file of this.#files) await file.close();
    await writeFile(path.join(this.#folder, 'present'), this.present).catch(() => undefined);
  }

  #column(index: number): FeedColumn {
    const column = this.#columns[index];
    if (column === undefined) throw new Error('The feed has no such column.');
    return column;
  }

  #file(index: number): FileHandle {
    const file = this.#files[index];
    if (file === undefined) throw new Error('The feed has no such column.');
    return file;
  }
}

/** Rows that follow each other: `from`: place of the first among those asked for, `row`: its number. */
function stretches(rows: Uint32Array) {
  const all: { readonly from: number; readonly row: number; count: number }[] = [];
  rows.forEach((row, place) => {
    const last = all.at(-1);
    if (last !== undefined && row === last.row + last.count && last.count < mostTogether) {
      last.count += 1;
    } else {
      all.push({ from: place, row, count: 1 });
    }
  });
  return all;
}

function zeros(dtype: FeedColumn['dtype'], length: number): Values {
  if (dtype === 'uint8') return new Uint8Array(length);
  return dtype === 'int32' ? new Int32Array(length) : new Float32Array(length);
}
