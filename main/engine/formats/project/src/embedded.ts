import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cells } from './arithmetic/cells.ts';
import { readArray, sizeOf } from './arrays.ts';
import type { Columns } from './cells.ts';
import { projectFolder } from './folders.ts';

/** A column in `data.json`. */
type EmbeddedColumn =
  | { readonly type: 'texts'; readonly values: readonly (string | null)[] }
  | {
      readonly type: 'numbers';
      readonly shape: readonly number[];
      readonly kind: 'uint8' | 'int32' | 'float32' | 'float64';
      readonly values: readonly (number | null)[];
    };

/** These columns of the examples that the network was trained on: they lie in `data.json`. */
export function readEmbedded(names: readonly string[]): Columns {
  const text = readFileSync(path.join(projectFolder, 'data.json'), 'utf8');
  const all = JSON.parse(text) as Readonly<Record<string, EmbeddedColumn>>;
  return Object.fromEntries(
    names.map((name) => {
      const column = all[name];
      if (column === undefined) throw new Error(`data.json has no column ${name}.`);
      return [name, cellsOf(column)];
    }),
  );
}

function cellsOf(column: EmbeddedColumn): Cells {
  if (column.type === 'texts') return column;
  const numbers = column.values.map((value) => value ?? NaN);
  const { shape, kind } = column;
  if (kind === 'float64') return { type: 'numbers', shape, values: Float64Array.from(numbers) };
  if (kind === 'int32') return { type: 'numbers', shape, values: Int32Array.from(numbers) };
  if (kind === 'uint8') return { type: 'numbers', shape, values: Uint8Array.from(numbers) };
  return { type: 'numbers', shape, values: Float32Array.from(numbers) };
}

/** Columns out of arrays, a file for each. `shapes`: of one example, by name. */
export function readArrays(
  files: readonly string[],
  names: readonly string[],
  shapes: Readonly<Record<string, readonly number[]>>,
): Columns {
  if (files.length !== names.length) {
    throw new Error(`A file is needed for each of ${names.join(', ')}.`);
  }
  return Object.fromEntries(
    names.map((name, index) => {
      const { shape: given, values } = readArray(files[index] ?? '');
      const shape = shapes[name] ?? given.slice(1);
      if (values.length % sizeOf(shape) !== 0) {
        throw new Error(`${files[index] ?? ''} does not hold examples of ${shape.join('×')}.`);
      }
      return [name, { type: 'numbers', shape, values }];
    }),
  );
}
