import { takeCells, takeRange } from '#main/engine/data/source/takeCells.ts';
import type { CellsByName, Chunk, OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Rows of a piece: texts of a mail's length stay below some megabytes. */
const pieceRows = 4096;

/** Rows whose cells are all in memory. `count`: how many there are. */
export function cellsRows(count: number, cells: CellsByName): Rows {
  const chosen = (names: readonly string[], take: (name: string) => CellsByName[string]) =>
    Object.fromEntries(names.flatMap((name) => (name in cells ? [[name, take(name)]] : [])));
  const column = (name: string) => {
    const found = cells[name];
    if (found === undefined) throw new Error(`no column ${name}`);
    return found;
  };
  return {
    count,
    whole: column,
    async *stream(names): AsyncGenerator<Chunk> {
      for (let from = 0; from < count; from += pieceRows) {
        // Lets a signal be heard between pieces.
        await new Promise(setImmediate);
        const to = Math.min(from + pieceRows, count);
        yield {
          from,
          count: to - from,
          cells: chosen(names, (name) => takeRange(column(name), from, to)),
        };
      }
    },
    gather: (names, rows) =>
      Promise.resolve(chosen(names, (name) => takeCells(column(name), rows))),
  };
}

/** A source without a test part of its own whose cells are all in memory: a small table that comes with the program. */
export function cellsSource(
  features: readonly Feature[],
  count: number,
  cells: CellsByName,
  extras: Pick<OpenedSource, 'fingerprint' | 'bytes'>,
): OpenedSource {
  return {
    features,
    train: cellsRows(count, cells),
    test: null,
    problems: [],
    ...extras,
    countDuplicates: () => Promise.resolve(countRepeated(count, Object.values(cells))),
    close: () => Promise.resolve(),
  };
}

/** Rows that are equal to an earlier one in every column. */
function countRepeated(count: number, columns: readonly Cells[]): number {
  const seen = new Set<string>();
  for (let row = 0; row < count; row += 1) {
    seen.add(JSON.stringify(columns.map((cells) => [...takeRange(cells, row, row + 1).values])));
  }
  return count - seen.size;
}
