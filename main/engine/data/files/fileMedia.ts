import { readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { isWav } from '#main/engine/data/audio/wav.ts';
import { fileHead } from '#main/engine/data/files/fileHead.ts';
import { pictureFormatOf } from '#main/engine/data/pictures/pictureHead.ts';

/** Kinds of files that folders of examples are made of. */
export type FileMedium = 'picture' | 'recording' | 'text';

/** Endings that are taken at their word, so that large folders are listed without opening files. */
const endings: Readonly<Record<FileMedium, readonly string[]>> = {
  picture: [
    'png',
    'jpg',
    'jpeg',
    'jpe',
    'jfif',
    'webp',
    'gif',
    'bmp',
    'dib',
    'tif',
    'tiff',
    'avif',
  ],
  recording: ['wav', 'wave'],
  text: ['txt', 'text', 'eml'],
};

/** Endings of what lies beside examples: descriptions, tables, code. */
const others = new Set(
  'csv tsv json jsonl xml yaml yml md rst html htm pdf log ini cfg toml py ipynb m mat npy npz pkl h5 parquet arrow xls xlsx doc docx zip tar gz tgz bz2 xz 7z rar db sqlite lnk exe dll'.split(
    ' ',
  ),
);

/** Whether a file is of this kind: by a known ending, else by its content. */
export function isMedium(file: string, medium: FileMedium): boolean {
  const ending = path.extname(file).slice(1).toLowerCase();
  if (endings[medium].includes(ending)) return true;
  if (others.has(ending) || Object.values(endings).some((list) => list.includes(ending))) {
    return false;
  }
  return mediumOf(file) === medium;
}

/** What a file is by its content; null: something else, or empty. */
function mediumOf(file: string): FileMedium | null {
  const head = fileHead(file, 512);
  if (head.length === 0) return null;
  if (pictureFormatOf(head) !== null) return 'picture';
  if (isWav(head)) return 'recording';
  const ending = path.extname(file).slice(1).toLowerCase();
  return others.has(ending) || !isText(head) ? null : 'text';
}

/** True for bytes without those that no text has; UTF-16 counts by its mark. */
function isText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 32 || (byte >= 7 && byte <= 13) || byte === 27);
}

/** What the first files of a folder and of the folders below are. */
export interface FolderTally extends Readonly<Record<FileMedium | 'other', number>> {
  /** Folders that hold such files. */
  readonly folders: number;
}

/** Files and folders that are looked at. */
const filesLookedAt = 200;
const foldersLookedAt = 60;

/** Looks at some files of a folder, breadth first, a few of each folder. */
export function tallyFolder(root: string): FolderTally {
  const counts = { picture: 0, recording: 0, text: 0, other: 0 };
  let seen = 0;
  let holding = 0;
  const waiting = [root];
  for (let index = 0; index < Math.min(waiting.length, foldersLookedAt); index++) {
    const folder = waiting[index] ?? '';
    let here = 0;
    for (const name of namesIn(folder)) {
      if (name.startsWith('.') || name === '__MACOSX') continue;
      const file = path.join(folder, name);
      const kind = statOf(file);
      if (kind?.isDirectory() === true) waiting.push(file);
      else if (kind?.isFile() === true && here < 20 && seen < filesLookedAt) {
        counts[mediumOf(file) ?? 'other'] += 1;
        here += 1;
        seen += 1;
      }
      if (waiting.length > foldersLookedAt && here >= 20) break;
    }
    if (here > 0) holding += 1;
  }
  return { ...counts, folders: holding };
}

/** null: what cannot be asked about, as a link to itself. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
