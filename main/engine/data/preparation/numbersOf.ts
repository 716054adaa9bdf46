import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type {
  Cells,
  NumberCells,
  PictureCells,
  SignalCells,
  TextCells,
} from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import { refuse } from '#shared/problems/problem.ts';

/** Turns the cells of a feature into numbers. `rowOf`: number of the row at a place; `isUsed`: whether a row matters. */
export type ToNumbers = (
  cells: Cells,
  rowOf: (index: number) => number,
  isUsed: (row: number) => boolean,
) => NumberCells;

/**
 * What a model gets of a feature after its steps: categories become class numbers, pictures and recordings of one size rows of
 * numbers. What is missing in a row that matters ends the reading: `data.missingValue`, `data.unknownClass`,
 * `data.classesNotKnown`, `data.stillText`, `data.sizesDiffer`.
 */
export function numbersOf(feature: Feature): ToNumbers {
  const { name, classNames } = feature;
  const numberOf = new Map(classNames?.map((each, index) => [each, index]));
  let shape: readonly number[] | null = null;
  return (cells, rowOf, isUsed) => {
    switch (cells.type) {
      case 'numbers':
        refuseMissing(cells, name, rowOf, isUsed);
        return cells;
      case 'texts':
        return classNumbers(cells, feature, numberOf, rowOf, isUsed);
      case 'pictures':
      case 'signals': {
        const parts = partsOf(cells);
        shape ??= parts.find((part) => part !== null)?.shape ?? [0];
        return joinParts(parts, shape, name, rowOf, isUsed);
      }
    }
  };
}

function end(code: string, values: Parameters<typeof refuse>[1]): never {
  throw new ReadFailure(refuse(code, values).problem);
}

function refuseMissing(
  { shape, values }: NumberCells,
  feature: string,
  rowOf: (index: number) => number,
  isUsed: (row: number) => boolean,
): void {
  if (!(values instanceof Float32Array || values instanceof Float64Array)) return;
  const size = sizeOf(shape);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value === value) continue;
    const row = rowOf(Math.floor(index / size));
    if (isUsed(row)) end('data.missingValue', { feature, row: row + 1 });
  }
}

function classNumbers(
  { values }: TextCells,
  { name, kind, classNames }: Feature,
  numberOf: ReadonlyMap<string, number>,
  rowOf: (index: number) => number,
  isUsed: (row: number) => boolean,
): NumberCells {
  if (kind !== 'category') end('data.stillText', { feature: name });
  if (classNames === undefined) end('data.classesNotKnown', { feature: name });
  const numbers = new Int32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    const number = value === null ? undefined : numberOf.get(value);
    numbers[index] = number ?? -1;
    if (number !== undefined || !isUsed(rowOf(index))) continue;
    const row = rowOf(index) + 1;
    if (value === null) end('data.missingValue', { feature: name, row });
    end('data.unknownClass', { feature: name, row, value });
  }
  return { type: 'numbers', shape: [], values: numbers };
}

/** A picture or a recording as numbers. */
type Part = Pick<NumberCells, 'shape'> & { readonly values: Uint8Array | Float32Array };

function partsOf(cells: PictureCells | SignalCells): readonly (Part | null)[] {
  if (cells.type === 'signals') {
    return cells.values.map((signal) => signal && { ...signal, shape: [signal.values.length] });
  }
  return cells.values.map(
    (picture) =>
      picture && { ...picture, shape: [picture.height, picture.width, picture.channels] },
  );
}

/** Parts of one shape as rows of numbers; bytes stay bytes. */
function joinParts(
  parts: readonly (Part | null)[],
  shape: readonly number[],
  feature: string,
  rowOf: (index: number) => number,
  isUsed: (row: number) => boolean,
): NumberCells {
  const size = sizeOf(shape);
  const isBytes = parts.every((part) => part === null || part.values instanceof Uint8Array);
  const joined = isBytes
    ? new Uint8Array(parts.length * size)
    : new Float32Array(parts.length * size);
  for (const [index, part] of parts.entries()) {
    if (part === null) {
      if (isUsed(rowOf(index))) end('data.missingValue', { feature, row: rowOf(index) + 1 });
      continue;
    }
    const found = [...part.shape];
    if (found.join() !== shape.join()) {
      end('data.sizesDiffer', { feature, row: rowOf(index) + 1, found, expected: [...shape] });
    }
    joined.set(part.values, index * size);
  }
  return { type: 'numbers', shape, values: joined };
}
