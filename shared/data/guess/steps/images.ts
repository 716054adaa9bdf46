import { commonSide } from '#shared/data/guess/guessPictureSize.ts';
import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Pictures come to one size, bytes to 0 … 1. */
export const imageGuesses: readonly StepGuess[] = [
  {
    kind: 'resize',
    params: ({ role, kind, shape }, found) => {
      const isOpen = kind === 'image' && (shape === null || shape.slice(0, 2).includes(null));
      if (role !== 'input' || !isOpen) return null;
      const side = commonSide(found);
      return { height: side, width: side };
    },
  },
  {
    kind: 'scale',
    params: ({ role, kind, dtype }) =>
      role === 'input' && kind === 'image' && dtype === 'uint8' ? { divisor: 255 } : null,
  },
];
