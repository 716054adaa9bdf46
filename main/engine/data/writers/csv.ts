import { open } from 'node:fs/promises';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { DataWriter, PreparedTable } from '#main/engine/data/writers/preparedTable.ts';
import { pieces } from '#main/engine/data/writers/preparedTable.ts';

/** One line an example: its part, then every number of every column. */
export const csv: DataWriter = {
  ending: '.csv',
  async write(table, file, tell, signal) {
    const output = await open(file, 'wx');
    try {
      await output.write(`${head(table).join(',')}\n`);
      for (const { part, from, to, done } of pieces(table)) {
        signal.throwIfAborted();
        const columns = await Promise.all(
          table.columns.map((_, column) => part.values(column, from, to)),
        );
        const sizes = table.columns.map(({ shape }) => sizeOf(shape));
        const lines: string[] = [];
        for (let row = 0; row < to - from; row += 1) {
          const cells: string[] = [part.name];
          for (const [column, values] of columns.entries()) {
            const size = sizes[column] ?? 1;
            for (let at = row * size; at < (row + 1) * size; at += 1) {
              const value = values[at] ?? NaN;
              cells.push(Number.isNaN(value) ? '' : String(value));
            }
          }
          lines.push(cells.join(','));
        }
        await output.write(`${lines.join('\n')}\n`);
        tell(done);
      }
      await output.sync();
    } finally {
      await output.close();
    }
  },
};

/** Names of the numbers: those of a column of several get their place, `image_0`, `image_1`. */
function head({ columns }: PreparedTable): readonly string[] {
  const names = columns.flatMap(({ name, shape }) => {
    const size = sizeOf(shape);
    return size === 1 ? [name] : Array.from({ length: size }, (_, place) => `${name}_${place}`);
  });
  return ['part', ...names].map((name) =>
    /[",\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name,
  );
}
