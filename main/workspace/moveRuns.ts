import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { documentExtension, runsFolderOf } from '#main/workspace/paths.ts';
import { readRunsIn } from '#main/workspace/runs.ts';

/**
 * Takes the runs of one folder along into another, for a document that was saved or renamed. Runs for which `mayMove`
 * says no (one that is training) stay. Throws what node:fs throws; a run is then in the old folder or in the new one.
 */
export async function moveRuns(
  from: string,
  to: string,
  mayMove: (runFolder: string) => boolean,
): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const folder = join(from, entry.name);
    if (entry.isDirectory() && mayMove(folder)) await moveRun(folder, to);
  }
  // Stays where something else lies in it.
  await rmdir(from).catch(() => undefined);
}

/**
 * Finds the runs of a document whose file was renamed outside of the program, and takes them along: they lie in the same
 * folder, in `<old name>.runs`, and no `<old name>.strata` is there any more. Tells whether there were any.
 */
export async function adoptRuns(
  documentId: string,
  documentPath: string,
  mayMove: (runFolder: string) => boolean,
): Promise<boolean> {
  const folder = dirname(documentPath);
  const names = await readdir(folder).catch((): string[] => []);
  const target = runsFolderOf(documentPath);
  let hasMoved = false;
  for (const name of names) {
    const runs = join(folder, name);
    const itsDocument = `${basename(name, '.runs')}${documentExtension}`;
    if (!name.endsWith('.runs') || runs === target || names.includes(itsDocument)) continue;
    for (const run of await readRunsIn(runs)) {
      if (run.documentId !== documentId || !mayMove(run.folder)) continue;
      await moveRun(run.folder, target);
      hasMoved = true;
    }
    await rmdir(runs).catch(() => undefined);
  }
  return hasMoved;
}

/** Moves one run's folder into a folder of runs and gives its new place. */
export async function moveRun(folder: string, to: string): Promise<string> {
  const target = join(to, basename(folder));
  await mkdir(to, { recursive: true });
  try {
    await rename(folder, target);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    // Another disk: copied under a name that nobody reads, so that half a run never looks like one.
    const copy = join(to, `.${basename(folder)}.copy`);
    await cp(folder, copy, { recursive: true });
    await rename(copy, target);
    await rm(folder, { recursive: true });
  }
  return target;
}
