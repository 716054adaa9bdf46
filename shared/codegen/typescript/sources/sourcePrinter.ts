import type { ParamValues } from '#shared/layers/params.ts';

/** Prints how an exported project reads one kind of source. One source is one file here. */
export interface SourcePrinter {
  /** Kind of the source in shared/data/sources. */
  readonly kind: string;
  /** Import lines of `src/data.ts`. */
  readonly imports: readonly string[];
  /** Generators of shared/data/generators whose sources the project carries. */
  readonly generators: readonly string[];
  /** Packages that decode or bring the data, with exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Whether the source has a test part of its own. */
  readonly hasTest: (params: ParamValues) => boolean;
  /**
   * Statements that define `readSource()`: it gives `Columns`, a column for each feature by its identifier, or with a
   * test part `{ train: Columns, test: Columns }`.
   */
  readonly print: (params: ParamValues) => string;
  /** What a person must do before training, for the README; null: nothing. */
  readonly preparation: (params: ParamValues) => string | null;
}
