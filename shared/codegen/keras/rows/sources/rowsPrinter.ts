import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Prints how an exported Keras project reads raw data of one kind of source. One source is one file here. */
export interface KerasRowsPrinter {
  /** Kind of the source in shared/data/sources. */
  readonly kind: string;
  /** Import lines of `source.py`; that of pathlib is added where it is used. */
  readonly imports: (features: readonly Feature[]) => readonly string[];
  /** Whether the examples go with the project, as `data.json`. */
  readonly isEmbedded: boolean;
  /** Packages beside Keras, as pip names them. */
  readonly requirements: readonly string[];
  /** Whether it has a test part of its own; null: that shows when it is read, and the part may be null. */
  readonly hasTest: (params: ParamValues) => boolean | null;
  /** Defines `read_columns(files, names)`: the named columns of raw data, to predict for. */
  readonly printColumns: (params: ParamValues, features: readonly Feature[]) => string;
  /**
   * Defines `read_source(names)`: the columns of the examples, with a test part two of them; null: an export cannot read
   * them.
   */
  readonly printSource: (params: ParamValues, features: readonly Feature[]) => string | null;
  /** What a person must do before training, for the README; null: nothing. */
  readonly preparation: (params: ParamValues) => string | null;
  /** What raw data for predictions is, for the README. */
  readonly input: (features: readonly Feature[]) => string;
  /** What the README says besides; absent: nothing. */
  readonly remarks?: (params: ParamValues) => readonly string[];
  /** A name for it on the command line, for the README: `rows.csv`. */
  readonly example: string;
  /** What reads it once it is unpacked, and with which parameters; absent: it is read as it is. */
  readonly unpacked?: (
    params: ParamValues,
    features: readonly Feature[],
  ) => { readonly printer: KerasRowsPrinter; readonly params: ParamValues };
}
