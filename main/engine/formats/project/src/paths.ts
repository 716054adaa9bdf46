import path from 'node:path';
import type { Picture } from './arithmetic/cells.ts';
import type { Columns } from './cells.ts';
import { readPictures, type PictureWish } from './pictures.ts';

/** A column of a table that names pictures. */
export interface PathColumn {
  readonly name: string;
  /** Below the folder of the table: paths count from it, and must not leave it. */
  readonly folder: string;
  /** Added to a path without an ending. */
  readonly ending: string;
}

/** The columns of a table with pictures in place of their paths; where there is no path, there is no picture. */
export async function withPictures(
  table: string,
  columns: Columns,
  { name, folder, ending }: PathColumn,
  wish: PictureWish,
): Promise<Columns> {
  const cells = columns[name];
  if (cells?.type !== 'texts') return columns;
  const base = path.resolve(path.dirname(table), folder);
  const values: (Picture | null)[] = [];
  for (const text of cells.values) {
    if (text === null) values.push(null);
    else {
      const { values: read } = await readPictures([pictureFile(text, base, ending)], wish);
      values.push(read[0] ?? null);
    }
  }
  return { ...columns, [name]: { type: 'pictures', values } };
}

function pictureFile(text: string, base: string, ending: string): string {
  const slashed = text.trim().replaceAll('\\', '/');
  const whole = path.posix.extname(slashed) === '' ? slashed + ending : slashed;
  const file = path.resolve(base, whole);
  const relative = path.relative(base, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) {
    throw new Error(`${text} leads out of ${base}.`);
  }
  return file;
}
