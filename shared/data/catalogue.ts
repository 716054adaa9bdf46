import type { FeatureRole } from '#shared/data/data.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import type { LocalText, Result } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** One part of every example: an image, a row's numbers, a label. */
export interface Feature {
  readonly name: string;
  /** What it is usually used for. */
  readonly role: FeatureRole;
  /** Shape for one example; `[]`: a single number. `null`: known only once the source is read. */
  readonly shape: Shape | null;
  readonly dtype: 'float32' | 'int32' | 'uint8';
  /** Number of classes, of a target that holds class numbers; `null`: it holds none, or it is not known yet. */
  readonly classes: number | null;
  /** Names of the classes, where the source has them. */
  readonly classNames?: readonly string[];
}

/** Examples in the parts that a source has; `test` 0: it has no test part of its own. */
export interface ExampleCounts {
  readonly train: number;
  readonly test: number;
}

/** Where examples can come from. One source is one file here and one reader in main/engine/data. */
export interface SourceDefinition<Table extends ParamTable = ParamTable> {
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  /** License of the data, or `null` where it is the user's own. */
  readonly license: string | null;
  readonly params: Table;
  /** What every example has. A feature whose shape is `null` is known once the source is read. */
  readonly features: (params: ValuesOf<Table>) => readonly Feature[];
  /** How many examples there are; `null`: known once the source is read. */
  readonly counts: (params: ValuesOf<Table>) => ExampleCounts | null;
  /** Where `counts` gives null: whether the parameters alone say that there is no test part. */
  readonly hasNoTest?: (params: ValuesOf<Table>) => boolean;
  /** Names of parameters that the user must still give: paths that are empty. */
  readonly missing: (params: ValuesOf<Table>) => readonly string[];
}

/** One kind of preparation step. Its arithmetic is one file in shared/data/arithmetic/, which exports carry. */
export interface StepDefinition<Table extends ParamTable = ParamTable> {
  readonly kind: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  readonly params: Table;
  /** File in shared/data/arithmetic/ without ending; it has no imports. */
  readonly arithmeticFile: string;
  /** The feature after the step, or why the step cannot take it. */
  readonly output: (feature: Feature, params: ValuesOf<Table>) => Result<Feature>;
  /**
   * Values of all examples, one after another, as the step leaves them. `featureSize` is the number of values of one
   * example before the step. Pure; uses only the arithmetic file.
   */
  readonly apply: (
    values: ArrayLike<number>,
    featureSize: number,
    params: ValuesOf<Table>,
  ) => Float32Array;
  /** What each value is divided by, where that is all that the step does: an engine may leave data as they are and divide itself. */
  readonly divisor?: (params: ValuesOf<Table>) => number;
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
