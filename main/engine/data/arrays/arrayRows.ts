import type { ArrayFile } from '#main/engine/data/arrays/arrayFile.ts';
import { cellsRows } from '#main/engine/data/source/cellsSource.ts';
import type { Chunk, Rows } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Arrays of so many bytes together are kept in memory. */
const inMemoryBytes = 1024 ** 3;

/** Bytes of a piece that is read at a time. */
const pieceBytes = 16 * 2 ** 20;

/** Rows of arrays by the names of their features: in memory where they are small, else read from their files. */
export async function arrayRows(
  arrays: ReadonlyMap<string, ArrayFile>,
  features: readonly Feature[],
): Promise<Rows> {
  const columns = features.map(({ name, shape }) => {
    const array = arrays.get(name);
    if (array === undefined) throw new Error(`There is no array ${name}.`);
    return { name, array, shape: (shape ?? []).map((size) => size ?? 1) };
  });
  const count = columns[0]?.array.count ?? 0;
  const bytes = columns.reduce((sum, { array }) => sum + array.bytes, 0);
  if (bytes <= inMemoryBytes) {
    const cells: Record<string, Cells> = {};
    for (const { name, array, shape } of columns) cells[name] = await array.read(0, count, shape);
    return {
      ...cellsRows(count, cells),
      whole: (name) => {
        const column = cells[name];
        if (column === undefined) throw new Error(`There is no array ${name}.`);
        return column;
      },
    };
  }
  const chosen = (names: readonly string[]) => columns.filter(({ name }) => names.includes(name));
  return {
    count,
    async *stream(names): AsyncGenerator<Chunk> {
      const used = chosen(names);
      const rowBytes = used.reduce((sum, { array }) => sum + array.bytes / count, 1);
      const size = Math.max(1, Math.floor(pieceBytes / rowBytes));
      for (let from = 0; from < count; from += size) {
        const rows = Math.min(size, count - from);
        const cells: Record<string, Cells> = {};
        for (const { name, array, shape } of used)
          cells[name] = await array.read(from, rows, shape);
        yield { from, count: rows, cells };
      }
    },
    async gather(names, rows) {
      const cells: Record<string, Cells> = {};
      for (const { name, array, shape } of chosen(names))
        cells[name] = await array.take(rows, shape);
      return cells;
    },
  };
}
