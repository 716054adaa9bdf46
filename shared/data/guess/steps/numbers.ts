import { isLarge } from '#shared/data/guess/ranges.ts';
import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';

/** Numbers come to mean 0 and deviation 1, and so do the parts of dates, each by itself. */
export const numberGuesses: readonly StepGuess[] = [
  {
    kind: 'standardize',
    params: ({ role, kind, classes }, found, { isSeries, hasLargeInput }) => {
      const { feature, numbers } = found;
      if (kind !== 'number' || classes !== null || numbers === null) return null;
      if (feature.kind === 'date') return role === 'input' ? { perChannel: true } : null;
      // One-hot rows and the like lie in their range already.
      if (feature.kind !== 'number') return null;
      const isWanted =
        role === 'input'
          ? isLarge(numbers, 3) || (!isYesOrNo(found) && hasLargeInput)
          : role === 'target' && isLarge(numbers, isSeries ? 3 : 100);
      return isWanted ? {} : null;
    },
  },
];

/** Two numbers only: 0 and 1 stay as they are. */
function isYesOrNo({ distinct }: FeatureReport): boolean {
  return distinct !== null && distinct <= 2;
}

/** Where one column is brought to a range, the others beside it are too. */
export function anyLargeInput({ features }: DataReport): boolean {
  return features.some(
    ({ feature, numbers }) =>
      feature.kind === 'number' &&
      feature.classes === null &&
      numbers !== null &&
      isLarge(numbers, 3),
  );
}
