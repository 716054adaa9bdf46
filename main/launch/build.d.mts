import type { BuildOptions } from 'esbuild';

/** The project's folder. */
export const root: string;

/** How esbuild makes one file for Node of a module of main/ and of what it imports; packages stay outside. */
export const forNode: BuildOptions;

/** Builds the parts that are stale; `say` hears one line for each part that is built. */
export function buildStale(options?: {
  readonly force?: boolean;
  readonly only?: 'page' | 'program';
  readonly say?: (line: string) => void;
}): Promise<void>;
