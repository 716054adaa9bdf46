import type { Values } from './examples.ts';

/** Stands for the printed preparation while the files beside it are checked; an exported project has its own. */
export const prepareInputs: readonly ((values: Values) => Values)[] = [(values) => values];
