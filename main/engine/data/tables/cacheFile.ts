import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '#main/workspace/paths.ts';

/** Leftovers of a process that was killed are removed when they are older, milliseconds. */
const keptForMs = 24 * 3600 * 1000;

/** Folder for what tables need while they are read: decoded text, DuckDB's overflow. */
function tablesFolder(): string {
  // The program's own folder has no part in where the cache lies.
  const folder = path.join(paths({ appRoot: '' }).cacheFolder, 'tables');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A name in our cache folder that nothing has yet. */
export function newCacheFile(ending: string): string {
  return path.join(tablesFolder(), `${randomBytes(8).toString('hex')}${ending}`);
}

/** Removes what processes left that did not end by themselves. */
export async function removeLeftovers(): Promise<void> {
  const folder = tablesFolder();
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > keptForMs) {
      await rm(file, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
