import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Most categories that become a number each. */
const mostColumns = 50;

/** Categories become numbers; those of the target stay class numbers. */
export const encodingGuesses: readonly StepGuess[] = [
  {
    kind: 'oneHot',
    params: ({ role, kind, classes }) =>
      role === 'input' &&
      kind === 'category' &&
      classes !== null &&
      classes >= 2 &&
      classes <= mostColumns
        ? { classes }
        : null,
  },
];
