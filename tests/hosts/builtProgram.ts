import { fileURLToPath } from 'node:url';
import { buildStale } from '../../main/launch/build.mjs';

/** The project's folder. */
export const appRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Builds the program if it is stale, so that engine processes and the command line are those of these sources. */
export async function builtProgram(): Promise<void> {
  await buildStale({ only: 'program' });
}
