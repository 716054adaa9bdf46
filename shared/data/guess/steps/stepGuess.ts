import type { PreparationStep } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';

/** One kind of step that a feature may need. */
export interface StepGuess {
  readonly kind: string;
  /**
   * With which parameters the feature needs it; null: it does not. `feature` is as the steps before have left it; `isSeries`:
   * the past of the target goes into the network too.
   */
  readonly params: (
    feature: Feature,
    found: FeatureReport,
    report: DataReport,
    isSeries: boolean,
  ) => PreparationStep['params'] | null;
}
