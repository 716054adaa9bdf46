import type { Cells } from './arithmetic/cells.ts';
import { quoteField } from './tables.ts';

/** What an output of the model says. */
export interface OutputColumn {
  /** Of the column that it predicts. */
  readonly name: string;
  /** `classIndex` and `oneHot`: a number for each class; `binary` and `sign`: one of two classes. */
  readonly form: 'values' | 'binary' | 'sign' | 'oneHot' | 'classIndex';
  /** How many classes the column has, or null. */
  readonly classes: number | null;
  readonly classNames: readonly string[] | null;
  /** Brings numbers back into the unit of the column. */
  readonly undo?: (cells: Cells) => Cells;
}

/** One output of the model for all examples. */
export interface Prediction {
  readonly name: string;
  /** `(examples, …)`. */
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Columns of a table of predictions: the likeliest class where there are classes, else the numbers. */
export function predictedColumns(
  { name, form, classes, classNames, undo }: OutputColumn,
  { shape, values: given }: Prediction,
): { readonly name: string; readonly value: (row: number) => string }[] {
  const size = shape.slice(1).reduce((product, each) => product * each, 1);
  const values = undo === undefined ? given : undone(given, undo);
  const classOf = (place: number) => classNames?.[place] ?? String(place);
  if (form === 'classIndex' || form === 'oneHot') {
    return [{ name, value: (row) => classOf(largest(values.slice(row * size, (row + 1) * size))) }];
  }
  if (size === 1 && classes === 2 && form !== 'values') {
    const border = form === 'sign' ? 0 : 0.5;
    return [{ name, value: (row) => classOf(Number((values[row] ?? 0) >= border)) }];
  }
  return Array.from({ length: size }, (_, place) => ({
    name: size === 1 ? name : `${name}_${place + 1}`,
    value: (row: number) => String(values[row * size + place] ?? NaN),
  }));
}

function undone(values: readonly number[], undo: (cells: Cells) => Cells): readonly number[] {
  const cells = undo({ type: 'numbers', shape: [], values: Float32Array.from(values) });
  return cells.type === 'numbers' ? Array.from(Float32Array.from(cells.values)) : values;
}

/** Place of the largest number; of equal ones the first. */
function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

/** A table of ids and predictions as text. */
export function tableText(
  id: string,
  ids: readonly string[],
  columns: readonly { readonly name: string; readonly value: (row: number) => string }[],
  delimiter: string,
): string {
  const line = (fields: readonly string[]) =>
    `${fields.map((field) => quoteField(field, delimiter)).join(delimiter)}\n`;
  const rows = ids.map((own, row) => line([own, ...columns.map(({ value }) => value(row))]));
  return [line([id, ...columns.map(({ name }) => name)]), ...rows].join('');
}
