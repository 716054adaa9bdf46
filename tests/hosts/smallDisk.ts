import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory. */
export interface SmallDisk {
  readonly folder: string;
  makeReadOnly(): void;
  remove(): Promise<void>;
}

/**
 * Mounts a small tmpfs: root passes every permission, so only a real mount can be full or read-only. Gives null, and
 * says why, where mounting is not possible.
 */
export async function smallDisk(sizeBytes: number): Promise<SmallDisk | null> {
  const base = await mkdtemp(join(tmpdir(), 'strata-disk-'));
  const folder = join(base, 'disk');
  await mkdir(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'strata-test', folder], {
      stdio: 'pipe',
    });
  } catch (error) {
    await rm(base, { recursive: true });
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : '';
    console.warn(`Skipped: no small disk can be mounted here (${reason}).`);
    return null;
  }
  return {
    folder,
    makeReadOnly() {
      execFileSync('mount', ['-o', 'remount,ro', folder]);
    },
    async remove() {
      execFileSync('umount', ['-l', folder]);
      await rm(base, { recursive: true });
    },
  };
}
