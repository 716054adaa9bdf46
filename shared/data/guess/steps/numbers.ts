import { isLarge } from '#shared/data/guess/ranges.ts';
import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Numbers come to mean 0 and deviation 1. */
export const numberGuesses: readonly StepGuess[] = [
  {
    kind: 'standardize',
    params: ({ role, kind, classes }, { feature, numbers }) => {
      // Only what has been a number from the start: parts of dates and one-hot rows lie in their range already.
      const isNumber = feature.kind === 'number' && kind === 'number' && classes === null;
      if (!isNumber || numbers === null) return null;
      const wanted =
        role === 'input' ? isLarge(numbers, 3) : role === 'target' && isLarge(numbers, 100);
      return wanted ? {} : null;
    },
  },
];
