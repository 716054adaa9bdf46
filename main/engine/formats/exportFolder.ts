import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { OutputFile } from '#main/engine/formats/format.ts';

/**
 * A folder on its way: files are written beside their place, and put there only when they have been checked. What a
 * process left behind that was ended in the middle is removed by the next export to the same place.
 */
export async function stageFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const prefix = `.${path.basename(folder)}.strata-`;
  for (const name of await readdir(parent)) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : NaN;
    if (Number.isInteger(owner) && !isRunning(owner)) {
      await rm(path.join(parent, name), { recursive: true, force: true });
    }
  }
  const staged = path.join(parent, `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(staged);
  return staged;
}

/** Writes files into a folder, each to the disk before it counts as written. */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  for (const { path: name, content } of files) {
    const target = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    const file = await open(target, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/**
 * Puts a staged folder into its place. Where there are files already, those of the same names are replaced one by one and
 * all others stay.
 */
export async function placeFolder(
  staged: string,
  folder: string,
  files: readonly OutputFile[],
): Promise<void> {
  if (await isEmpty(folder)) {
    await rmdir(folder).catch(() => undefined);
    await rename(staged, folder);
    return;
  }
  for (const { path: name } of files) {
    const target = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(staged, ...name.split('/')), target);
  }
  await rm(staged, { recursive: true, force: true });
}

/** A folder of its own for running something, removed afterwards. */
export async function withTemporaryFolder<Value>(
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'strata-verify-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory() && (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
