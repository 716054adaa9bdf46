/**
 * Where a document's examples come from. Each source is one entry of shared/data/sources (`defineSource`) and one
 * reader in main/engine/data. `kind` is its key; the rest are its parameters.
 */
export interface DataSource {
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a part of an example is used for. */
export type FeatureRole = 'input' | 'target' | 'ignored';

/** Which part of an example feeds which input node, or is compared with which output node. */
interface Bindings {
  /** Feature name by input node id. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Feature name by output node id. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** One preparation step, for example `{kind: 'oneHot', feature: 'label', params: {classes: 10}}`. */
export interface PreparationStep {
  readonly kind: string;
  readonly feature: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** How examples are divided. Fractions are of the whole; the source's own test part is used where it has one. */
export interface Split {
  /** Fraction of the training examples held back for validation, 0 to 0.9; ignored with `validation: 'test'`. */
  readonly validationFraction: number;
  /** `split`: a part of the training examples; `test`: the source's test part; `none`. */
  readonly validation: 'split' | 'test' | 'none';
  /** Fraction held back as test part where the source has none, 0 to 0.9. */
  readonly testFraction: number;
}

/** The data recipe of a document; `null` source: none chosen yet. */
export interface DataRecipe {
  readonly source: DataSource | null;
  readonly steps: readonly PreparationStep[];
  readonly split: Split;
  readonly bindings: Bindings;
}
