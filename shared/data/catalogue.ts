import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature, FeatureKind } from '#shared/data/feature.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import type { LocalText, Result } from '#shared/problems/problem.ts';

export type { Feature } from '#shared/data/feature.ts';

/** Examples in the parts that a source has; `test` 0: it has no test part of its own. */
export interface ExampleCounts {
  readonly train: number;
  readonly test: number;
}

/** Where examples can come from. One source is one file here and one reader in main/engine/data/readers. */
export interface SourceDefinition<Table extends ParamTable = ParamTable> {
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  /** License of the data, or `null` where it is the user's own. */
  readonly license: string | null;
  readonly params: Table;
  /**
   * What every example has, where the parameters alone say it. null: found by reading; a document keeps them in
   * `data.features`.
   */
  readonly features: ((params: ValuesOf<Table>) => readonly Feature[]) | null;
  /** How many examples there are; `null`: known once the source is read. */
  readonly counts: (params: ValuesOf<Table>) => ExampleCounts | null;
  /** Where `counts` gives null: whether the parameters alone say that there is no test part. */
  readonly hasNoTest?: (params: ValuesOf<Table>) => boolean;
  /** Names of parameters that the user must still give: paths that are empty. */
  readonly missing: (params: ValuesOf<Table>) => readonly string[];
}

/** What JSON can hold. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Gathers, over the training rows, what a step must know of its feature. */
export interface Fit {
  /** Takes some rows in; rows come in order and each once. */
  add(cells: Cells): void;
  /** What was learned; travels with the model and into exports. */
  result(): JsonValue;
}

/** Groups of steps, as they are offered. */
export type StepFamily =
  'missing' | 'numbers' | 'encoding' | 'dates' | 'text' | 'image' | 'audio' | 'rows';

/**
 * One kind of preparation step: one file in shared/data/steps, one in shared/data/arithmetic for TypeScript and one in
 * shared/data/python, which carries the same arithmetic with NumPy. Exports carry both.
 */
export interface StepDefinition<Table extends ParamTable = ParamTable> {
  /** Also the name of its arithmetic's files and of the function in them (in Python in snake case). */
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  readonly family: StepFamily;
  readonly params: Table;
  /** Kinds of features that it is offered for. */
  readonly accepts: readonly FeatureKind[];
  /**
   * True: takes all its features at once as one row of numbers (`shape` [n]) and gives as many back. A row step gets texts
   * as numbers, equal ones as equal.
   */
  readonly together?: boolean;
  /**
   * True: a row's result depends on other rows. `apply` takes all rows at once, in the order of the source, before they
   * are divided, and again all rows that a model predicts for. Such a step has no `fit`.
   */
  readonly inOrder?: boolean;
  /** The feature after the step, or why the step cannot take it. Pure; `shape` may stay null where it is not known. */
  readonly output: (feature: Feature, params: ValuesOf<Table>) => Result<Feature>;
  /** Learns from the training rows; absent: the parameters say everything. */
  readonly fit?: (params: ValuesOf<Table>, feature: Feature) => Fit;
  /** What the arithmetic takes after the cells. `fitted` is what `fit` gave; null: there is no `fit`. */
  readonly arguments: (
    params: ValuesOf<Table>,
    fitted: JsonValue,
    feature: Feature,
  ) => readonly JsonValue[];
  /** The arithmetic: the function of its file, called with the cells and `arguments`. Pure. */
  readonly apply: (cells: Cells, ...given: readonly never[]) => Cells;
  /**
   * A step that leaves rows out: 1 for each row that stays. It is made before rows are divided, for every part, and not
   * when a model predicts; it must not come after a step that learns of the training rows. Rows are only marked: those of
   * all such steps leave together, so that each sees all rows of the source. `apply` then gives the cells back as they are. Has it a `fit`, then that has seen all rows of
   * the source before: `fitted` is what it learned, else null. The function of its file gives the same, 1 or 0 for each row,
   * called with the cells and `arguments`.
   */
  readonly keeps?: (cells: Cells, params: ValuesOf<Table>, fitted: JsonValue) => Uint8Array;
  /** Whether what is in a picture is at another part of it afterwards, so that boxes of it would be wrong; absent: it is not. */
  readonly moves?: (params: ValuesOf<Table>) => boolean;
  /** What each value is divided by, where that is all that the step does: an engine may leave data as they are and divide itself. */
  readonly divisor?: (params: ValuesOf<Table>) => number;
  /** What brings its results back, so that predictions of a prepared target are in the target's own unit; absent: nothing can. */
  readonly undo?: UndoCall<ValuesOf<Table>>;
}

/** A call that undoes a step: arithmetic in the same folders as that of steps. */
export interface UndoCall<Params> {
  /** Name of the arithmetic's files and of the function in them (in Python in snake case). */
  readonly kind: string;
  readonly arguments: (params: Params, fitted: JsonValue, feature: Feature) => readonly JsonValue[];
  readonly apply: (cells: Cells, ...given: readonly never[]) => Cells;
}

/**
 * One kind of augmentation: changes prepared examples of the training part at random, anew in every epoch, by a seed. One
 * file in shared/data/augmentations and one in shared/data/arithmetic; like a step it is a call that exports can print.
 */
export interface AugmentationDefinition<Table extends ParamTable = ParamTable> {
  /** Also the name of its arithmetic's file and of the function in it. */
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  readonly params: Table;
  /** Kinds of features, after the steps, that it is offered for. */
  readonly accepts: readonly FeatureKind[];
  /** Shapes of examples that it takes, `(height, width, channels)` of a picture; of sequences the first axis is time. */
  readonly takes: (shape: readonly number[]) => boolean;
  /** True: what is in a picture is in another place afterwards, so that boxes of it would be wrong. */
  readonly moves?: true;
  /** What the arithmetic takes after the values, their shape and the random numbers (`share`: after these). `range`: black and white; null: not a picture. */
  readonly arguments: (
    params: ValuesOf<Table>,
    range: readonly [number, number] | null,
  ) => readonly JsonValue[];
  /** The arithmetic: changes one example of `shape` in place. `random` gives 0 (included) … 1 (excluded). */
  readonly apply?: (
    values: Float32Array,
    shape: readonly number[],
    random: () => number,
    ...given: readonly never[]
  ) => void;
  /**
   * In the place of `apply`: the share, 0 … 1, that an example keeps when it is blended with another of the training part, in all inputs
   * and targets.
   */
  readonly share?: (random: () => number, ...given: readonly never[]) => number;
}

/** Checks a source's types where it is written, and forgets them for the list. */
export function defineSource<const Table extends ParamTable>(
  definition: SourceDefinition<Table>,
): SourceDefinition {
  return definition as unknown as SourceDefinition;
}

/** Checks a step's types where it is written, and forgets them for the list. */
export function defineStep<const Table extends ParamTable>(
  definition: StepDefinition<Table>,
): StepDefinition {
  return definition as unknown as StepDefinition;
}

/** Checks an augmentation's types where it is written, and forgets them for the list. */
export function defineAugmentation<const Table extends ParamTable>(
  definition: AugmentationDefinition<Table>,
): AugmentationDefinition {
  return definition as unknown as AugmentationDefinition;
}
