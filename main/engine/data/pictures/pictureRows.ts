import { inParallel } from '#main/engine/data/files/inParallel.ts';
import type { Medium } from '#main/engine/data/files/folderSource.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { PicturePaths } from '#main/engine/data/pictures/picturePaths.ts';
import { pictureFile } from '#main/engine/data/pictures/picturePaths.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { CellsByName, Chunk, Rows } from '#main/engine/data/readers/reader.ts';
import { takeRange } from '#main/engine/data/source/takeCells.ts';
import type { Cells, Picture } from '#shared/data/arithmetic/cells.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** How paths of a table become pictures. */
export interface PictureColumn {
  /** Name of the column, before and after. */
  readonly name: string;
  readonly paths: PicturePaths;
  readonly medium: Medium<Picture>;
  readonly warnings: Warnings;
  readonly skipUnreadable: boolean;
  readonly signal: AbortSignal;
}

/** Rows of a table whose paths are read as pictures; its other columns stay. */
export function pictureRows(rows: Rows, column: PictureColumn): Rows {
  const { name, medium, signal } = column;
  const decoded = async (cells: CellsByName): Promise<CellsByName> => {
    const texts = cells[name];
    return texts === undefined ? cells : { ...cells, [name]: await picturesOf(texts, column) };
  };
  return {
    count: rows.count,
    async *stream(names): AsyncGenerator<Chunk> {
      for await (const chunk of rows.stream(names)) {
        const size = names.includes(name) ? medium.rowsAtOnce : chunk.count;
        for (let start = 0; start < chunk.count; start += size) {
          signal.throwIfAborted();
          const end = Math.min(start + size, chunk.count);
          const some = Object.entries(chunk.cells).map(([each, cells]) => [
            each,
            takeRange(cells, start, end),
          ]);
          yield {
            from: chunk.from + start,
            count: end - start,
            cells: await decoded(Object.fromEntries(some) as CellsByName),
          };
        }
      }
    },
    gather: gatherOf(rows, decoded),
  };
}

function gatherOf(
  { gather }: Rows,
  decoded: (cells: CellsByName) => Promise<CellsByName>,
): Rows['gather'] {
  if (gather === null) return null;
  return async (names, numbers) => decoded(await gather(names, numbers));
}

async function picturesOf(texts: Cells, column: PictureColumn): Promise<Cells> {
  if (texts.type !== 'texts') return texts;
  const { medium, paths, warnings, skipUnreadable, signal } = column;
  const values = await inParallel(texts.values, async (text): Promise<Picture | null> => {
    signal.throwIfAborted();
    if (text === null) return null;
    const file = pictureFile(text, paths);
    const read =
      file === null
        ? { ok: false as const, problem: leaves(text, paths) }
        : await medium.read(file, text);
    if (read.ok) return read.value;
    if (!skipUnreadable) throw new ReadFailure(read.problem);
    warnings.add(read.problem);
    return null;
  });
  return medium.cells(values);
}

function leaves(text: string, { base }: PicturePaths): Problem {
  const values = { file: text, folder: base };
  return { code: 'data.pathLeaves', severity: 'error', values };
}
