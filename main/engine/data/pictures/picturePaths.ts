import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileRows } from '#main/engine/data/files/classFolders.ts';

/** How a table's texts become files. */
export interface PicturePaths {
  /** Folder from which paths count. */
  readonly base: string;
  /** Added to a path without an ending. */
  readonly ending: string;
}

/** The file that a table names; null: the path leaves the folder. */
export function pictureFile(text: string, { base, ending }: PicturePaths): string | null {
  const slashed = text.trim().replaceAll('\\', '/');
  if (slashed === '' || path.posix.isAbsolute(slashed) || /^[a-z]:/i.test(slashed)) return null;
  const whole = path.posix.extname(slashed) === '' ? slashed + ending : slashed;
  const file = path.resolve(base, whole);
  const relative = path.relative(base, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? null : file;
}

/** Share of the texts that must be files for a column to be one of pictures. */
const mostly = 0.8;

/** True where these texts are mostly files that exist. */
export function arePictures(texts: readonly (string | null)[], paths: PicturePaths): boolean {
  const given = texts.filter((text) => text !== null && text !== '');
  if (given.length === 0) return false;
  const found = given.filter((text) => {
    const file = pictureFile(text ?? '', paths);
    return file !== null && existsSync(file);
  });
  return found.length >= given.length * mostly;
}

/** Rows of a table as files; those without a path count as files that are not there. */
export function pathRows(texts: readonly (string | null)[], paths: PicturePaths): FileRows {
  return {
    count: texts.length,
    file: (row) => pictureFile(texts[row] ?? '', paths) ?? path.join(paths.base, '?'),
    name: (row) => texts[row] ?? '',
    label: () => null,
    part: () => 'train',
    bytes: () => 0,
  };
}
