import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { decodeText } from '#main/engine/data/files/decodeText.ts';
import type { FileRows, PartName } from '#main/engine/data/files/classFolders.ts';
import { partOf } from '#main/engine/data/files/classFolders.ts';
import { isMedium } from '#main/engine/data/files/fileMedia.ts';
import { listFiles } from '#main/engine/data/files/listFiles.ts';
import { readWhole } from '#main/engine/data/files/readWhole.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** A longer file of boxes is refused. */
const largestBytes = 4 * 2 ** 20;

/** Folders that only tell pictures from what describes them: `images/a/1.png` goes with `labels/a/1.txt`. */
const dividing = /^(images|jpegimages|labels|annotations|xmls?)$/i;

/** Pictures in parts, as `train`, `val` and `test` anywhere in their paths say. */
export interface PictureParts {
  readonly train: FileRows;
  readonly test: FileRows | null;
  readonly hasValidation: boolean;
}

/** A folder of pictures with a file each that describes it. */
export interface BoxFolder extends PictureParts {
  /** Name below the folder of the file that describes a picture; null: none does. */
  readonly described: (picture: string) => string | null;
  /** Files that describe pictures which are there. */
  readonly descriptions: readonly string[];
  /** Text of such a file. Problems: those of `readWhole` but for an empty file. */
  readonly read: (name: string) => Promise<Result<string>>;
  /** Of names, sizes and times of pictures and descriptions. */
  readonly fingerprint: string;
  readonly bytes: number;
}

/**
 * Lists pictures and the files that describe them, which end in `ending`; `isOther` says of which of these that they describe
 * no picture. Problems: those of `listFiles`, `data.emptyFolder`. Warning: `boxes.noPicture`.
 */
export async function openBoxFolder(
  root: string,
  ending: string,
  isOther: (name: string) => boolean,
  warnings: Warnings,
  signal: AbortSignal,
): Promise<Result<BoxFolder>> {
  const isDescription = (file: string) => file.toLowerCase().endsWith(ending);
  const accept = (file: string) => isDescription(file) || isMedium(file, 'picture');
  const listing = await listFiles(root, accept, warnings, signal);
  if (!listing.ok) return listing;
  const { folders, others, fingerprint, bytes } = listing.value;
  const files = folders.flatMap(({ names, files: own, sizes }) =>
    own.map((name, index) => ({ name: [...names, name].join('/'), size: sizes[index] ?? 0 })),
  );
  const pictures = files.filter(({ name }) => !isDescription(name));
  if (pictures.length === 0) {
    return refuse('data.emptyFolder', { file: root, others }, { place: { file: root } });
  }
  const keys = new Set(pictures.map(({ name }) => keyOf(name)));
  const byKey = new Map<string, string>();
  for (const { name } of files) {
    if (!isDescription(name) || isOther(path.posix.basename(name))) continue;
    if (keys.has(keyOf(name))) byKey.set(keyOf(name), name);
    // Other texts may lie anywhere; in such a folder only boxes do.
    else if (name.split('/').some((each) => dividing.test(each))) {
      const place = { file: path.join(root, name) };
      warnings.add({ code: 'boxes.noPicture', severity: 'warning', values: { file: name }, place });
    }
  }
  return ok({
    ...partsOf(root, pictures),
    described: (picture) => byKey.get(keyOf(picture)) ?? null,
    descriptions: [...byKey.values()],
    read: async (name) => {
      const content = await readWhole(path.join(root, name), name, largestBytes);
      if (content.ok) return ok(decodeText(content.value));
      return content.problem.code === 'data.fileEmpty' ? ok('') : content;
    },
    fingerprint,
    bytes,
  });
}

/** What a picture and its description have in common. */
function keyOf(name: string): string {
  const segments = name.split('/').filter((each) => !dividing.test(each));
  return segments.join('/').replace(/\.[^./]+$/, '');
}

interface Listed {
  readonly name: string;
  readonly size: number;
}

function partsOf(root: string, pictures: readonly Listed[]): PictureParts {
  const files = pictures.map((each) => {
    const folders = each.name.split('/').slice(0, -1);
    return { ...each, part: folders.map(partOf).find((part) => part !== null) ?? 'train' };
  });
  const of = (part: PartName) => files.filter((each) => each.part === part);
  const rowsOf = (own: typeof files): FileRows => ({
    count: own.length,
    file: (row) => path.join(root, own[row]?.name ?? ''),
    name: (row) => own[row]?.name ?? '',
    label: () => null,
    part: (row) => own[row]?.part ?? 'train',
    bytes: (row) => own[row]?.size ?? 0,
  });
  const validation = of('validation');
  const test = of('test');
  const train = [...of('train'), ...validation];
  // Only a test part: that is all there is to learn from.
  return train.length === 0
    ? { train: rowsOf(test), test: null, hasValidation: false }
    : {
        train: rowsOf(train),
        test: test.length === 0 ? null : rowsOf(test),
        hasValidation: validation.length > 0,
      };
}

/** Folders that are looked into to recognise a kind, and files of each. */
const foldersLookedAt = 40;
const filesLookedAt = 20;

/**
 * Whether a folder holds pictures, and files with this ending of which `isBoxes` takes at least half; empty ones and those that
 * `isOther` names do not count.
 */
export async function looksDescribed(
  root: string,
  ending: string,
  isOther: (name: string) => boolean,
  isBoxes: (text: string) => boolean,
): Promise<boolean> {
  let hasPicture = false;
  let described = 0;
  let others = 0;
  const waiting = [root];
  for (let index = 0; index < Math.min(waiting.length, foldersLookedAt); index += 1) {
    const folder = waiting[index] ?? '';
    let here = 0;
    for (const [name, isFolder] of namesIn(folder)) {
      const file = path.join(folder, name);
      if (isFolder) waiting.push(file);
      else if (!name.toLowerCase().endsWith(ending)) hasPicture ||= isMedium(file, 'picture');
      else if (here < filesLookedAt && !isOther(name)) {
        here += 1;
        const content = await readWhole(file, name, largestBytes);
        const text = content.ok ? decodeText(content.value) : '';
        if (text.trim() === '') continue;
        if (isBoxes(text)) described += 1;
        else others += 1;
      }
    }
  }
  return hasPicture && described > 0 && described >= others;
}

/** Names in a folder and whether they are folders; hidden ones and what macOS leaves in archives are passed over. */
function namesIn(folder: string): readonly (readonly [name: string, isFolder: boolean])[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX')
      .map((each) => [each.name, each.isDirectory() || isLinkedFolder(folder, each)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1));
  } catch {
    return [];
  }
}

function isLinkedFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path.join(folder, entry.name)).isDirectory();
  } catch {
    return false;
  }
}
