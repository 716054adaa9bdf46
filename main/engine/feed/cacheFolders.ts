import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import path from 'node:path';
import { paths } from '#main/workspace/paths.ts';

/** Prepared data that are kept for later runs, bytes: at most so many, and at most this part of what the disk has free. */
const mostBytes = 40 * 2 ** 30;
const partOfFree = 0.6;

/** Folders of processes that were killed are removed when they are older, milliseconds. */
const abandonedMs = 24 * 3600 * 1000;

/** Folder of all feeds. */
export function feedsFolder(): string {
  return path.join(paths({ appRoot: '' }).cacheFolder, 'feeds');
}

/** The folder that content of this key has once it may be shared. */
export function folderOf(key: string): string {
  return path.join(feedsFolder(), createHash('sha256').update(key).digest('hex').slice(0, 32));
}

/** A folder of this process alone: what was kept before, or an empty one. */
export async function claimFolder(kept: string): Promise<string> {
  const own = `${kept}.${randomBytes(6).toString('hex')}`;
  await mkdir(feedsFolder(), { recursive: true });
  // Who renames first has it.
  await rename(kept, own).catch(() => mkdir(own));
  return own;
}

/** Lets others use a folder of ours; what another process has put there meanwhile stays, and ours goes. */
export async function shareFolder(own: string, kept: string): Promise<void> {
  await rename(own, kept).catch(() => rm(own, { recursive: true, force: true }));
}

/** Notes that a folder was used: the one that was not used for the longest time goes first. */
export async function touchFolder(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
}

/**
 * Makes room for so many bytes by removing what was not used for the longest time. Gives how many bytes there are; fewer than
 * asked for: there is no room.
 */
export async function makeRoom(bytes: number): Promise<number> {
  const root = feedsFolder();
  await mkdir(root, { recursive: true });
  const folders = await Promise.all(
    (await readdir(root)).map(async (name) => {
      const folder = path.join(root, name);
      const found = await stat(folder).catch(() => null);
      return { folder, usedMs: found?.mtimeMs ?? 0, bytes: await bytesOf(folder) };
    }),
  );
  const isShared = (folder: string) => !path.basename(folder).includes('.');
  for (const { folder, usedMs } of folders) {
    if (isShared(folder) || Date.now() - usedMs < abandonedMs) continue;
    await rm(folder, { recursive: true, force: true });
  }
  const kept = folders.filter(({ folder }) => isShared(folder)).sort((a, b) => a.usedMs - b.usedMs);
  let used = kept.reduce((sum, each) => sum + each.bytes, 0);
  const { bavail, bsize } = await statfs(root);
  const limit = Math.min(mostBytes, used + bavail * bsize * partOfFree);
  for (const { folder, bytes: own } of kept) {
    if (used + bytes <= limit) break;
    await rm(folder, { recursive: true, force: true });
    used -= own;
  }
  return Math.max(0, limit - used);
}

async function bytesOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name)).catch(() => null);
      // Files with holes take less than their length.
      return found === null ? 0 : Math.min(found.size, found.blocks * 512);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
