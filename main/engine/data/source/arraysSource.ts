import type { CellsByName, Chunk, OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import type { NumberArray } from '#main/engine/data/source/table.ts';
import { gatherRows, sizeOf } from '#main/engine/data/source/table.ts';
import type { NumberCells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Rows of a piece. */
const chunkRows = 4096;

/**
 * A source whose examples are arrays in memory: one array for each feature, in their order, the first axis counts
 * examples. Shapes that the features leave open are those of the arrays.
 */
export function arraysSource(
  features: readonly Feature[],
  train: readonly NumberArray[],
  test: readonly NumberArray[] | null,
  extras: Partial<OpenedSource> = {},
): OpenedSource {
  return {
    features: features.map((feature, index) => ({
      ...feature,
      shape: train[index]?.shape.slice(1) ?? feature.shape,
    })),
    train: rowsOf(features, train),
    test: test === null ? null : rowsOf(features, test),
    problems: [],
    fingerprint: '',
    bytes: null,
    close: () => Promise.resolve(),
    ...extras,
  };
}

function rowsOf(features: readonly Feature[], arrays: readonly NumberArray[]): Rows {
  const columns = new Map<string, NumberCells>();
  for (const [index, { shape, values }] of arrays.entries()) {
    const name = features[index]?.name;
    if (name === undefined) throw new Error('A reader gave more arrays than its source has.');
    columns.set(name, { type: 'numbers', shape: shape.slice(1), values });
  }
  const columnOf = (name: string): NumberCells => {
    const column = columns.get(name);
    if (column === undefined) throw new Error(`The source has no ${name}.`);
    return column;
  };
  const count = arrays[0]?.shape[0] ?? 0;
  return {
    count,
    whole: columnOf,
    stream: (names) =>
      pieces(
        names.map((name) => [name, columnOf(name)]),
        count,
      ),
    gather: (names, rows) =>
      Promise.resolve(
        Object.fromEntries(
          names.map((name) => {
            const { shape, values } = columnOf(name);
            return [name, { type: 'numbers', shape, values: gatherRows({ shape, values }, rows) }];
          }),
        ),
      ),
  };
}

async function* pieces(
  columns: readonly (readonly [string, NumberCells])[],
  count: number,
): AsyncGenerator<Chunk> {
  for (let from = 0; from < count; from += chunkRows) {
    const size = Math.min(chunkRows, count - from);
    const cells: Record<string, NumberCells> = {};
    for (const [name, { shape, values }] of columns) {
      const each = sizeOf(shape);
      cells[name] = {
        type: 'numbers',
        shape,
        values: values.subarray(from * each, (from + size) * each),
      };
    }
    yield await Promise.resolve({ from, count: size, cells: cells satisfies CellsByName });
  }
}
