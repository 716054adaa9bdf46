import { open, opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Sniffed } from '#main/engine/data/readers/reader.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Bytes of a file's head. */
const headBytes = 4096;

/** Names of a folder that are looked at. */
const namesAtMost = 1000;

/** What readers recognise a file or folder by. Problems: `data.fileMissing`, `data.fileUnreadable`. */
export async function sniff(given: string): Promise<Result<Sniffed>> {
  try {
    const { isFolder } = await stat(given).then((found) => ({ isFolder: found.isDirectory() }));
    if (!isFolder) return ok({ path: given, isFolder, head: await headOf(given), names: [] });
    const names: string[] = [];
    for await (const entry of await opendir(given)) {
      if (names.length === namesAtMost) break;
      const isInner =
        entry.isDirectory() ||
        (entry.isSymbolicLink() && (await isFolderBehind(path.join(given, entry.name))));
      names.push(isInner ? `${entry.name}/` : entry.name);
    }
    return ok({ path: given, isFolder, head: new Uint8Array(0), names: names.sort() });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const place = { place: { file: given } };
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file: given }, place)
      : refuse('data.fileUnreadable', { file: given, reason: code ?? '' }, place);
  }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isFolderBehind(link: string): Promise<boolean> {
  return stat(link).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
