import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** Side that pictures of many sizes come to, where their source cannot read them so. */
const usualSide = 96;

/** Pictures come to one size, bytes to 0 … 1. */
export const imageGuesses: readonly StepGuess[] = [
  {
    kind: 'resize',
    params: ({ role, kind, shape }) => {
      const isOpen = kind === 'image' && (shape === null || shape.slice(0, 2).includes(null));
      return role === 'input' && isOpen ? { height: usualSide, width: usualSide } : null;
    },
  },
  {
    kind: 'scale',
    params: ({ role, kind, dtype }) =>
      role === 'input' && kind === 'image' && dtype === 'uint8' ? { divisor: 255 } : null,
  },
];
