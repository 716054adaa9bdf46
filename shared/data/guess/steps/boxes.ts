import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Of objects in pictures the largest is looked for: the simplest that a network can learn of them. */
export const boxGuesses: readonly StepGuess[] = [
  {
    kind: 'largestBox',
    params: ({ kind, dtype }) => (kind === 'boxes' && dtype === 'text' ? {} : null),
  },
];
