import type { ParamValues } from '#shared/layers/params.ts';

/** Prints how an exported Keras project reads one kind of source. One source is one file here. */
export interface KerasSourcePrinter {
  /** Kind of the source in shared/data/sources. */
  readonly kind: string;
  /** Import lines of `data.py`. */
  readonly imports: readonly string[];
  /** True: the examples themselves are exported, as `data.npz`; what makes them is written in TypeScript. */
  readonly isEmbedded: boolean;
  readonly hasTest: (params: ParamValues) => boolean;
  /** Defines `read_source()`: a dictionary of arrays by feature, or with a test part two of them. */
  readonly print: (params: ParamValues) => string;
  /** What a person must do before training, for the README; null: nothing. */
  readonly preparation: (params: ParamValues) => string | null;
}

/** `from arrays import read_array` and the folder of data files. */
export const fileImports: readonly string[] = [
  'from pathlib import Path',
  'from arrays import read_array',
];
