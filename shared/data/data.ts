import type { Feature } from '#shared/data/feature.ts';

/**
 * Where a document's examples come from. Each source is one entry of shared/data/sources (`defineSource`) and one
 * reader in main/engine/data/readers. `kind` is its key; the rest are its parameters.
 */
export interface DataSource {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a part of an example is used for. `group`: rows that belong together; `weight`: how much a row counts in the loss. */
export type FeatureRole = 'input' | 'target' | 'ignored' | 'group' | 'weight';

/** Which part of an example feeds which input node, or is compared with which output node. */
interface Bindings {
  /** Names of features by input node id; several are joined to one row of numbers, in this order. */
  readonly inputs: Readonly<Record<string, readonly string[]>>;
  /** Feature name by output node id. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * One preparation step, for example `{kind: 'oneHot', features: ['label'], params: {classes: 10}}`. It treats each of its
 * features by itself, unless its definition says that it takes them together.
 */
export interface PreparationStep {
  readonly kind: string;
  readonly features: readonly string[];
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** One augmentation of the training part, for example `{kind: 'rotate', feature: 'image', params: {degrees: 10}}`. */
export interface Augmentation {
  readonly kind: string;
  readonly feature: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Windows over rows in order, for time series: an example is `length` rows, its target a row after them. */
export interface Windows {
  /** Rows of an input, 1 or more. */
  readonly length: number;
  /** How many rows after the last of the input the target lies, 0 (the last row itself) or more. */
  readonly horizon: number;
  /** Rows from one window to the next, 1 or more. */
  readonly stride: number;
  /** Feature that tells series apart; a window lies within one. null: all rows are one series. */
  readonly series: string | null;
}

/** How rows are chosen for the parts. Each is one file of shared/data/splits. */
export type SplitMethod = 'random' | 'stratified' | 'group' | 'time' | 'column';

/** How examples are divided. Fractions are of the whole; the source's own test part is used where it has one. */
export interface Split {
  /** Absent in a document: `random`. */
  readonly method: SplitMethod;
  /** The feature that `stratified`, `group`, `time` and `column` look at; null: the target (`stratified`), the order of rows (`time`). */
  readonly feature: string | null;
  /** Fraction of the training examples held back for validation, 0 to 0.9; ignored with `validation: 'test'`. */
  readonly validationFraction: number;
  /** `split`: a part of the training examples; `test`: the source's test part; `none`. */
  readonly validation: 'split' | 'test' | 'none';
  /** Fraction held back as test part where the source has none, 0 to 0.9. */
  readonly testFraction: number;
  /** Cross-validation in so many parts, 2 to 20; null: none. */
  readonly folds: number | null;
  /** Round of the cross-validation that is trained, from 1; absent: the first. */
  readonly fold?: number;
}

/** The data recipe of a document; `null` source: none chosen yet. */
export interface DataRecipe {
  readonly source: DataSource | null;
  /**
   * Features of a source whose features are found by reading it, as they were found, with the user's corrections of role
   * and kind. Empty where the source knows them by itself.
   */
  readonly features: readonly Feature[];
  readonly steps: readonly PreparationStep[];
  readonly windows: Windows | null;
  readonly augmentations: readonly Augmentation[];
  readonly split: Split;
  readonly bindings: Bindings;
}
