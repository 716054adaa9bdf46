import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that a crash, a power cut or a full disk leaves either the old content or the new: a temporary file
 * beside it, fsync, rename. A list of pieces is written one after the other. With `backup`, the old content stays under that path. Throws what node:fs throws.
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array | readonly Uint8Array[],
  { backup }: { readonly backup?: string } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Through a link, so that the link itself stays.
  const target = await realpath(path).catch(() => path);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const mode = await stat(target).then(
      (old) => old.mode & 0o777,
      () => 0o644,
    );
    const file = await open(temporary, 'wx', mode);
    try {
      const pieces = typeof content === 'string' || !isList(content) ? [content] : content;
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    if (backup !== undefined) await keepBackup(target, backup);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

function isList(content: Uint8Array | readonly Uint8Array[]): content is readonly Uint8Array[] {
  return Array.isArray(content);
}

async function keepBackup(target: string, backup: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  await rm(backup, { force: true });
  // A second name costs no space, so that a nearly full disk can still be written; some file systems know only copies.
  await link(target, backup).catch(() => copyFile(target, backup, constants.COPYFILE_FICLONE));
}

/** Makes the rename itself durable. Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
