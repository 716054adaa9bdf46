import { mkdir, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildStale } from '../../main/launch/build.mjs';

/** The project's folder. */
export const appRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const lock = `${appRoot}/build/.test-build-lock`;

/**
 * Builds the program if it is stale, so that engine processes and the command line are those of these sources. Test
 * files run beside one another: one builds, the others wait.
 */
export async function builtProgram(): Promise<void> {
  await mkdir(`${appRoot}/build`, { recursive: true });
  while (!(await takeLock())) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await buildStale({ only: 'program' });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function takeLock(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    // Left behind by a test run that was killed.
    const age = await stat(lock).then(
      (status) => Date.now() - status.mtimeMs,
      () => 0,
    );
    if (age > 60_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}
