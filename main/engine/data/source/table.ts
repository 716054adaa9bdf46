import type { NumberValues } from '#shared/data/arithmetic/cells.ts';

/** Numbers as a file holds them. Pixels stay bytes in memory; a batch of them is scaled when it is needed. */
export type Values = Uint8Array | Int32Array | Float32Array;

/** An array as a file holds it: the first axis counts examples. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Values;
}

/** One feature of all examples: `values` holds example after example, each of `shape`. */
export interface Column {
  readonly name: string;
  /** Shape of one example. */
  readonly shape: readonly number[];
  readonly values: Values;
  /** Names of the classes that a target's numbers stand for; null: none. */
  readonly classes: readonly string[] | null;
}

/** Examples: the same number in every column. */
export interface Table {
  readonly count: number;
  readonly columns: readonly Column[];
}

/** What a source gives: its examples, and those that it sets apart for testing. */
export interface Dataset {
  readonly train: Table;
  readonly test: Table | null;
}

/** Numbers in one example. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The library's word for the type of these numbers. */
export function dtypeOf(values: Values): 'uint8' | 'int32' | 'float32' {
  if (values instanceof Uint8Array) return 'uint8';
  return values instanceof Int32Array ? 'int32' : 'float32';
}

/** Copies the examples with these numbers, in this order, one after the other; each is `length` rows. */
export function gatherRows<Numbers extends NumberValues>(
  { shape, values }: { readonly shape: readonly number[]; readonly values: Numbers },
  rows: Uint32Array,
  length = 1,
): Numbers {
  const size = sizeOf(shape);
  const gathered = emptyLike(values, rows.length * size * length);
  rows.forEach((row, index) => {
    gathered.set(values.subarray(row * size, (row + length) * size), index * size * length);
  });
  return gathered;
}

/** Zeros of the same type. */
export function emptyLike<Numbers extends NumberValues>(values: Numbers, length: number): Numbers {
  const { constructor } = values as { readonly constructor: unknown };
  return new (constructor as new (length: number) => Numbers)(length);
}
