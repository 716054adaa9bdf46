/** Stands for the arithmetic's own file while the files beside it are checked; an exported project has that. */
export type * from '#shared/data/arithmetic/cells.ts';
