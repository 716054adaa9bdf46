import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Of some files, or the files of folders, one level deep: their names, sizes and times, and their bytes together. */
export async function fingerprintOf(
  given: readonly string[],
): Promise<{ readonly fingerprint: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const add = async (file: string, isDeep: boolean): Promise<void> => {
    const found = await stat(file).catch(() => null);
    if (found === null) return;
    if (found.isDirectory()) {
      if (!isDeep) return;
      const names = await readdir(file).catch(() => []);
      for (const name of names.sort()) await add(path.join(file, name), false);
      return;
    }
    bytes += found.size;
    hash.update(`${path.basename(file)}\0${found.size}\0${found.mtimeMs}\n`);
  };
  for (const file of given) await add(file, true);
  return { fingerprint: hash.digest('hex').slice(0, 32), bytes };
}
