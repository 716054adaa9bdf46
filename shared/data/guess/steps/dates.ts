import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** A date becomes what comes again: its parts. */
export const dateGuesses: readonly StepGuess[] = [
  {
    kind: 'dateParts',
    params: ({ role, kind }) => (role === 'input' && kind === 'date' ? {} : null),
  },
];
