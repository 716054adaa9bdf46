import { isLarge } from '#shared/data/guess/ranges.ts';
import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Numbers come to mean 0 and deviation 1, and so do the parts of dates, each by itself. */
export const numberGuesses: readonly StepGuess[] = [
  {
    kind: 'standardize',
    params: ({ role, kind, classes }, { feature, numbers }) => {
      if (kind !== 'number' || classes !== null || numbers === null) return null;
      if (feature.kind === 'date') return role === 'input' ? { perChannel: true } : null;
      // One-hot rows and the like lie in their range already.
      if (feature.kind !== 'number') return null;
      const wanted =
        role === 'input' ? isLarge(numbers, 3) : role === 'target' && isLarge(numbers, 100);
      return wanted ? {} : null;
    },
  },
];
