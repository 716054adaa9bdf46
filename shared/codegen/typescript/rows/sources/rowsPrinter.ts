import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Prints how an exported project reads raw data of one kind of source. One source is one file here. */
export interface RowsPrinter {
  /** Kind of the source in shared/data/sources. */
  readonly kind: string;
  /** Packages that decode or bring the data, with exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Import lines of `src/source.ts`; those of node:path and folders.ts are added where they are used. */
  readonly imports: (features: readonly Feature[]) => readonly string[];
  /** Whether the examples go with the project, as `data.json`. */
  readonly isEmbedded: boolean;
  /** Whether it has a test part of its own; null: that shows when it is read, and the part may be null. */
  readonly hasTest: (params: ParamValues) => boolean | null;
  /** Statements that define `readColumns(files, names)`: the named columns of raw data, to predict for. */
  readonly printColumns: (params: ParamValues, features: readonly Feature[]) => string;
  /**
   * Statements that define `readSource(names)`: the columns of the examples, `{ train, test }` or `{ train }`; null: an export
   * cannot read them.
   */
  readonly printSource: (params: ParamValues, features: readonly Feature[]) => string | null;
  /** What a person must do before training, for the README; null: nothing. */
  readonly preparation: (params: ParamValues) => string | null;
  /** What raw data for predictions is, for the README: `a table with the columns of the training data`. */
  readonly input: (features: readonly Feature[]) => string;
  /** A name for it on the command line, for the README: `rows.csv`. */
  readonly example: string;
  /** What reads it once it is unpacked, and with which parameters; absent: it is read as it is. */
  readonly unpacked?: (
    params: ParamValues,
    features: readonly Feature[],
  ) => { readonly printer: RowsPrinter; readonly params: ParamValues };
}
