import type { DataRecipe } from '#shared/data/data.ts';

/** A recipe without a source; nothing is held back. */
export const emptyRecipe: DataRecipe = {
  source: null,
  features: [],
  steps: [],
  windows: null,
  augmentations: [],
  split: {
    method: 'random',
    feature: null,
    validation: 'none',
    validationFraction: 0,
    testFraction: 0,
    folds: null,
  },
  bindings: { inputs: {}, outputs: {} },
};
