import type { Cells, NumberValues } from '#shared/data/arithmetic/cells.ts';

/** These rows of cells, in this order. */
export function takeCells(cells: Cells, rows: ArrayLike<number>): Cells {
  switch (cells.type) {
    case 'numbers': {
      const size = sizeOf(cells.shape);
      const values = sameKind(cells.values, rows.length * size);
      for (let index = 0; index < rows.length; index += 1) {
        const from = (rows[index] ?? 0) * size;
        values.set(cells.values.subarray(from, from + size), index * size);
      }
      return { ...cells, values };
    }
    case 'texts':
      return { ...cells, values: pick(cells.values, rows) };
    case 'pictures':
      return { ...cells, values: pick(cells.values, rows) };
    case 'signals':
      return { ...cells, values: pick(cells.values, rows) };
  }
}

/** The rows from `from` (included) to `to` (excluded), without copying numbers. */
export function takeRange(cells: Cells, from: number, to: number): Cells {
  switch (cells.type) {
    case 'numbers': {
      const size = sizeOf(cells.shape);
      return { ...cells, values: cells.values.subarray(from * size, to * size) };
    }
    case 'texts':
      return { ...cells, values: cells.values.slice(from, to) };
    case 'pictures':
      return { ...cells, values: cells.values.slice(from, to) };
    case 'signals':
      return { ...cells, values: cells.values.slice(from, to) };
  }
}

function pick<Value>(values: readonly (Value | null)[], rows: ArrayLike<number>) {
  return Array.from(rows, (row) => values[row] ?? null);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function sameKind(values: NumberValues, length: number): NumberValues {
  if (values instanceof Uint8Array) return new Uint8Array(length);
  if (values instanceof Int32Array) return new Int32Array(length);
  return values instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}
