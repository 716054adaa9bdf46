import { createHash } from 'node:crypto';
import { realpathSync, statSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { breathe } from '#main/engine/data/files/inParallel.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Files of one folder that were asked for. */
export interface ListedFolder {
  /** Names from the root down; empty: the root itself. */
  readonly names: readonly string[];
  readonly files: readonly string[];
  /** Bytes of each file. */
  readonly sizes: readonly number[];
}

/** A folder and all below it. */
export interface Listing {
  readonly root: string;
  /** Folders that hold such files, in natural order of their names. */
  readonly folders: readonly ListedFolder[];
  readonly count: number;
  readonly bytes: number;
  /** Files that are of another kind. */
  readonly others: number;
  /** Of names, sizes and times. */
  readonly fingerprint: string;
}

/** Folders below folders that are followed. */
const deepest = 64;

/** Files that are listed: their names alone then take 200 MB. */
const filesAtMost = 2_000_000;

/** Files looked at before other work gets its turn. */
const betweenBreaths = 500;

/**
 * Lists a folder's files that `accept` takes (by name, or by looking into them), folder after folder, without reading them.
 * Hidden ones and those that systems leave behind are passed over. A link is followed unless it leads to a folder that was
 * seen already. Problems: `data.folderMissing`, `data.fileUnreadable`, `data.tooManyFiles`, `data.cancelled`. Warnings:
 * `data.linkLoop`, `data.folderUnreadable`.
 */
export async function listFiles(
  root: string,
  accept: (file: string) => boolean,
  warnings: Warnings,
  signal: AbortSignal,
): Promise<Result<Listing>> {
  const place = { place: { file: root } };
  const folders: ListedFolder[] = [];
  const hash = createHash('sha256');
  const seen = new Set<string>();
  let count = 0;
  let bytes = 0;
  let others = 0;
  try {
    if (!statSync(root).isDirectory()) return refuse('data.notAFolder', { file: root }, place);
    seen.add(realpathSync(root));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.folderMissing', { file: root }, place)
      : refuse('data.fileUnreadable', { file: root, reason: code ?? '' }, place);
  }
  const waiting: string[][] = [[]];
  for (let names = waiting.pop(); names !== undefined; names = waiting.pop()) {
    const folder = path.join(root, ...names);
    const files: string[] = [];
    const inner: string[] = [];
    try {
      for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
        if (isPassedOver(entry.name)) continue;
        const kind = entry.isSymbolicLink() ? kindBehind(path.join(folder, entry.name)) : entry;
        if (kind?.isDirectory() === true) inner.push(entry.name);
        else if (kind?.isFile() === true) files.push(entry.name);
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      warnings.add({
        code: 'data.folderUnreadable',
        severity: 'warning',
        values: { file: names.join('/'), reason: code ?? '' },
        place: { file: folder },
      });
      continue;
    }
    files.sort();
    const kept: string[] = [];
    const sizes: number[] = [];
    for (const [index, name] of files.entries()) {
      if (index % betweenBreaths === betweenBreaths - 1) await breathe();
      if (signal.aborted) return refuse('data.cancelled');
      const file = path.join(folder, name);
      const found = accept(file) ? kindBehind(file) : null;
      if (found === null) {
        others += 1;
        continue;
      }
      kept.push(name);
      sizes.push(found.size);
      bytes += found.size;
      hash.update(`${name}\0${found.size}\0${found.mtimeMs}\n`);
    }
    count += kept.length;
    if (count > filesAtMost) {
      return refuse('data.tooManyFiles', { file: root, limit: filesAtMost }, place);
    }
    if (kept.length > 0) folders.push({ names, files: kept, sizes });
    hash.update(`${names.join('/')}\0\0\n`);
    for (const name of inner.sort(naturalOrder).reverse()) {
      const below = path.join(folder, name);
      if (names.length < deepest && isNew(below, seen)) waiting.push([...names, name]);
      else {
        warnings.add({
          code: 'data.linkLoop',
          severity: 'warning',
          values: { file: [...names, name].join('/') },
          place: { file: below },
        });
      }
    }
  }
  return ok({ root, folders, count, bytes, others, fingerprint: hash.digest('hex').slice(0, 32) });
}

/** Hidden files, and what macOS and Windows leave in folders and archives. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name);
}

/** What a path leads to; null: nowhere. */
function kindBehind(file: string) {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

function isNew(folder: string, seen: Set<string>): boolean {
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  } catch {
    return false;
  }
}
