import type { PreparationStep } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';

/** What is known of all features together. */
export interface WholeData {
  /** Rows to train with. */
  readonly trainCount: number;
  /** The past of the target goes into the network too. */
  readonly isSeries: boolean;
  /** Some numbers do not lie near 0. */
  readonly hasLargeInput: boolean;
}

/** One kind of step that a feature may need. */
export interface StepGuess {
  readonly kind: string;
  /**
   * With which parameters the feature needs it; null: it does not. `feature` is as the steps before have left it.
   */
  readonly params: (
    feature: Feature,
    found: FeatureReport,
    whole: WholeData,
  ) => PreparationStep['params'] | null;
}
