import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Locks that this process holds: its own number in a lock file may also be left from an earlier process. */
const held = new Set<string>();

/**
 * Takes the right to install into a folder, against every other process of this machine. Answers how to give it back; null:
 * another process has it. A process that is gone has it no more.
 */
export async function takeInstallLock(folder: string): Promise<(() => Promise<void>) | null> {
  const lock = `${folder}.lock`;
  await mkdir(path.dirname(lock), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      held.add(lock);
      return async () => {
        held.delete(lock);
        await rm(lock, { force: true });
      };
    } catch {
      const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
      if (pid === process.pid ? held.has(lock) : pid > 0 && isRunning(pid)) return null;
      await rm(lock, { force: true });
    }
  }
  return null;
}

/** Whether a process with this number lives. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
