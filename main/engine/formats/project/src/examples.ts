import * as tf from '@tensorflow/tfjs';
import { sizeOf, type NumberArray } from './arrays.ts';

/** Numbers as a source holds them. Pixels stay bytes in memory; a batch of them is prepared when it is needed. */
export type Values = NumberArray['values'];

/** One feature of all examples: each of `shape`, one after the other. */
export interface Column {
  readonly shape: readonly number[];
  readonly values: Values;
}

/** A column and the tensor that a batch of it becomes. */
export interface Port {
  readonly column: Column;
  /** What the values go through first. */
  readonly prepare: (values: Values) => Values;
  /** Shape of one example in the tensor. */
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}

/** The columns of a part of the data, as the model takes them. */
export interface Ports {
  readonly inputs: readonly Port[];
  readonly targets: readonly Port[];
  /** How much each example counts in the loss; absent: all count the same. */
  readonly weights?: Port;
}

/** One batch on the backend. */
export interface Batch {
  readonly inputs: tf.Tensor[];
  readonly targets: tf.Tensor[];
  /** How much each example counts in the loss; null: all count the same. */
  readonly weights: tf.Tensor | null;
}

/** Some examples, by their numbers, ready to be taken in batches. */
export class Examples {
  readonly #ports: Ports;
  readonly #rows: Uint32Array;

  constructor(ports: Ports, rows: Uint32Array) {
    this.#ports = ports;
    this.#rows = rows;
  }

  get count(): number {
    return this.#rows.length;
  }

  /** The examples at these places, prepared; the caller disposes of the tensors. */
  batch(places: Uint32Array): Batch {
    const rows = places.map((place) => this.#rows[place] ?? 0);
    const { inputs, targets, weights } = this.#ports;
    return {
      inputs: inputs.map((port) => toTensor(port, rows)),
      targets: targets.map((port) => toTensor(port, rows)),
      weights: weights === undefined ? null : toTensor(weights, rows),
    };
  }
}

/** Values that need no preparation. */
export function unchanged(values: Values): Values {
  return values;
}

/** Values as preparation steps take them. */
export function cellsOf(values: Values) {
  return { type: 'numbers' as const, shape: [] as const, values };
}

/** Values that preparation steps gave. */
export function valuesOf(cells: { readonly values: unknown }): Values {
  return cells.values as Values;
}

/** How many examples a column has. */
export function countOf({ values, shape }: Column): number {
  return values.length / sizeOf(shape);
}

/** The numbers of all examples of a column. */
export function allRows(column: Column): Uint32Array {
  return Uint32Array.from({ length: countOf(column) }, (_, row) => row);
}

/** Pieces of `size`; the last may be shorter. */
export function inBatches(order: Uint32Array, size: number): Uint32Array[] {
  const count = Math.ceil(order.length / size);
  return Array.from({ length: count }, (_, index) => {
    return order.subarray(index * size, (index + 1) * size);
  });
}

function toTensor({ column, prepare, shape, dtype }: Port, rows: Uint32Array): tf.Tensor {
  const size = sizeOf(column.shape);
  const gathered = emptyLike(column.values, rows.length * size);
  rows.forEach((row, place) => {
    gathered.set(column.values.subarray(row * size, (row + 1) * size), place * size);
  });
  return tf.tensor(prepare(gathered), [rows.length, ...shape], dtype);
}

function emptyLike(values: Values, length: number): Values {
  if (values instanceof Uint8Array) return new Uint8Array(length);
  return values instanceof Int32Array ? new Int32Array(length) : new Float32Array(length);
}
