import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

/** More gaps than this say something themselves: they become a category of their own. */
const manyGaps = 0.2;

/** What is done about gaps: rows without a target or a picture go, others are filled. */
export const missingGuesses: readonly StepGuess[] = [
  {
    kind: 'dropMissing',
    params: ({ role, kind }, { missing }) =>
      missing > 0 &&
      (role === 'target' || role === 'group' || ['image', 'audio', 'text', 'date'].includes(kind))
        ? {}
        : null,
  },
  {
    kind: 'fillNumbers',
    params: ({ role, kind }, { missing }) =>
      missing > 0 && role === 'input' && (kind === 'number' || kind === 'sequence')
        ? { strategy: 'median' }
        : null,
  },
  {
    kind: 'fillCategories',
    params: ({ role, kind }, { missing }, { trainCount }) => {
      if (missing === 0 || role !== 'input' || kind !== 'category') return null;
      return missing > manyGaps * trainCount ? { strategy: 'value' } : {};
    },
  },
];
