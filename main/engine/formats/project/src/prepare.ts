import type { Columns } from './cells.ts';
import type { Port, Values } from './examples.ts';
import type { OutputColumn } from './outputs.ts';

/** Stands for the printed preparation while the files beside it are checked; an exported project has its own. */
export const prepareInputs: readonly ((values: Values) => Values)[] = [(values) => values];

/** Likewise, of a project that reads raw data. */
export const inputColumns: readonly string[] = [];

/** Likewise. */
export const outputs: readonly OutputColumn[] = [];

/** Likewise. */
export function examplesOf(columns: Columns): { ports: Port[]; rows: Uint32Array } {
  return { ports: [], rows: Uint32Array.from(Object.keys(columns), Number) };
}
