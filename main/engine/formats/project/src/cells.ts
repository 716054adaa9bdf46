import type { Cells, NumberCells, NumberValues } from './arithmetic/cells.ts';
import { sizeOf } from './arrays.ts';
import { unchanged, type Port } from './examples.ts';

/** Columns of the data by their names. */
export type Columns = Readonly<Record<string, Cells>>;

/** The column of this name. */
export function column(columns: Columns, name: string): Cells {
  const found = columns[name];
  if (found === undefined) throw new Error(`The data has no column ${name}.`);
  return found;
}

/** How many rows columns have. */
export function countRows(columns: Columns): number {
  const [first] = Object.values(columns);
  return first === undefined ? 0 : rowCount(first);
}

/** How many rows a column has. */
export function rowCount(cells: Cells): number {
  return cells.type === 'numbers' ? cells.values.length / sizeOf(cells.shape) : cells.values.length;
}

/** The numbers 0 to count − 1. */
export function allNumbers(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

/** These rows of columns, in this order. */
export function takeRows(columns: Columns, rows: Uint32Array): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, takeCells(cells, rows)]),
  );
}

function takeCells(cells: Cells, rows: Uint32Array): Cells {
  const pick = <Value>(values: readonly (Value | null)[]) =>
    Array.from(rows, (row) => values[row] ?? null);
  if (cells.type === 'numbers') {
    const size = sizeOf(cells.shape);
    const values = emptyLike(cells.values, rows.length * size);
    rows.forEach((row, place) => {
      values.set(cells.values.subarray(row * size, (row + 1) * size), place * size);
    });
    return { ...cells, values };
  }
  if (cells.type === 'texts') return { ...cells, values: pick(cells.values) };
  if (cells.type === 'pictures') return { ...cells, values: pick(cells.values) };
  return { ...cells, values: pick(cells.values) };
}

/** Zeros of the same type. */
export function emptyLike(values: NumberValues, length: number): NumberValues {
  if (values instanceof Uint8Array) return new Uint8Array(length);
  if (values instanceof Int32Array) return new Int32Array(length);
  return values instanceof Float64Array ? new Float64Array(length) : new Float32Array(length);
}

/** A column as numbers: pictures and recordings of one size become rows of numbers. Nothing may be missing. */
export function numbers(columns: Columns, name: string): NumberCells {
  const cells = column(columns, name);
  if (cells.type === 'numbers') {
    const missing = cells.values.findIndex((value: number) => Number.isNaN(value));
    if (missing >= 0) throw missingIn(name, Math.floor(missing / sizeOf(cells.shape)));
    return cells;
  }
  if (cells.type === 'texts') throw new Error(`${name} still holds texts after all steps.`);
  const parts = cells.values.map((cell, row) => {
    if (cell === null) throw missingIn(name, row);
    const shape = 'rate' in cell ? [cell.values.length] : [cell.height, cell.width, cell.channels];
    return { shape, values: cell.values };
  });
  const shape = parts[0]?.shape ?? [0];
  const size = sizeOf(shape);
  const isBytes = parts.every(({ values }) => values instanceof Uint8Array);
  const values = isBytes
    ? new Uint8Array(parts.length * size)
    : new Float32Array(parts.length * size);
  for (const [row, part] of parts.entries()) {
    if (part.shape.join() !== shape.join()) {
      throw new Error(
        `${name} in row ${row + 1} is ${part.shape.join('×')}, others are ${shape.join('×')}.`,
      );
    }
    values.set(part.values, row * size);
  }
  return { type: 'numbers', shape, values };
}

function missingIn(name: string, row: number): Error {
  return new Error(`${name} is missing in row ${row + 1}.`);
}

/** The number of each text of a column among the names of the classes. */
export function classNumbers(
  columns: Columns,
  name: string,
  classes: readonly string[],
): NumberCells {
  const cells = column(columns, name);
  if (cells.type !== 'texts') return numbers(columns, name);
  const places = new Map(classes.map((each, place) => [each, place]));
  const values = Int32Array.from(cells.values, (text, row) => {
    if (text === null) throw missingIn(name, row);
    const place = places.get(text);
    if (place === undefined) throw new Error(`${name} in row ${row + 1} is no class: ${text}.`);
    return place;
  });
  return { type: 'numbers', shape: [], values };
}

/** Several columns as one row of numbers each. */
export function joinColumns(parts: readonly NumberCells[]): NumberCells {
  const sizes = parts.map(({ shape }) => sizeOf(shape));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  const count = parts[0] === undefined ? 0 : rowCount(parts[0]);
  const values = new Float32Array(count * size);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const own = sizes[index] ?? 0;
    for (let row = 0; row < count; row++) {
      for (let place = 0; place < own; place++) {
        values[row * size + at + place] = part.values[row * own + place] ?? 0;
      }
    }
    at += own;
  }
  return { type: 'numbers', shape: [size], values };
}

/** Columns as one row of numbers for a step that takes them together; equal texts become equal numbers. */
export function together(columns: readonly Cells[]): NumberCells {
  const parts = columns.map((cells): NumberCells => {
    if (cells.type === 'numbers') return cells;
    if (cells.type !== 'texts') throw new Error('Pictures and recordings cannot be joined.');
    const known = new Map<string, number>();
    const values = Float64Array.from(cells.values, (text) => {
      if (text === null) return NaN;
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text) ?? NaN;
    });
    return { type: 'numbers', shape: [], values };
  });
  const { shape, values } = joinColumns(parts);
  // Dates need more digits than 32 bits have.
  const exact = Float64Array.from(values);
  const size = sizeOf(shape);
  let at = 0;
  for (const part of parts) {
    const own = sizeOf(part.shape);
    part.values.forEach((value: number, index: number) => {
      exact[Math.floor(index / own) * size + at + (index % own)] = value;
    });
    at += own;
  }
  return { type: 'numbers', shape, values: exact };
}

/** Puts rows of numbers back into the columns that they were joined of. */
export function apart(made: Cells, before: readonly Cells[]): Cells[] {
  if (made.type !== 'numbers') return [...before];
  const size = sizeOf(made.shape);
  let at = 0;
  return before.map((cells): Cells => {
    if (cells.type !== 'numbers') return cells;
    const own = sizeOf(cells.shape);
    const start = at;
    at += own;
    const values = Float32Array.from({ length: cells.values.length }, (_, index) => {
      return made.values[Math.floor(index / own) * size + start + (index % own)] ?? NaN;
    });
    return { type: 'numbers', shape: cells.shape, values };
  });
}

/** Numbers as an input of the model takes them, or as an output is compared with. null: a size that the data says. */
export function port(
  cells: NumberCells,
  shape: readonly (number | null)[],
  dtype: 'float32' | 'int32',
): Port {
  const { values } = cells;
  const own = shape.includes(null)
    ? cells.shape
    : shape.flatMap((size) => (size === null ? [] : [size]));
  return {
    column: {
      shape: cells.shape,
      values: values instanceof Float64Array ? Float32Array.from(values) : values,
    },
    prepare: unchanged,
    shape: own,
    dtype,
  };
}

/** 0 and 1 become −1 and 1, as losses of the hinge family compare. */
export function signs(cells: NumberCells): NumberCells {
  return { ...cells, values: Float32Array.from(cells.values, (value) => 2 * value - 1) };
}

/** Numbers of the rows that all of these masks keep. */
export function keptRows(masks: readonly Uint8Array[], count: number): Uint32Array {
  return allNumbers(count).filter((row) => masks.every((mask) => mask[row] === 1));
}

/** The value of each of these rows in a column: to divide by, or its name. */
export function keysOf(
  columns: Columns,
  name: string,
  rows: Uint32Array,
): (string | number | null)[] {
  const cells = column(columns, name);
  if (cells.type !== 'numbers' && cells.type !== 'texts') {
    throw new Error(`${name} holds neither numbers nor texts.`);
  }
  return Array.from(rows, (row) => cells.values[row] ?? null);
}

/** Times of rows; what is no number counts as missing. */
export function timesOf(keys: readonly (string | number | null)[]): Float64Array {
  return Float64Array.from(keys, (key) => (typeof key === 'number' ? key : NaN));
}
