import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Pictures come to one size, bytes to 0 … 1. */
export const imageGuesses: readonly StepGuess[] = [
  {
    kind: 'scale',
    params: ({ role, kind, dtype }) =>
      role === 'input' && kind === 'image' && dtype === 'uint8' ? { divisor: 255 } : null,
  },
];
