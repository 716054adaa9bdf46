import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Most categories that become a number each. */
const mostColumns = 50;

/** How many categories an input has; null: it is no category, or it is encoded already. */
function categoriesOf({ role, kind, classes, shape }: Feature): number | null {
  return role === 'input' && kind === 'category' && (shape?.length ?? 0) === 0 ? classes : null;
}

/** Categories become numbers; those of the target stay class numbers. */
export const encodingGuesses: readonly StepGuess[] = [
  {
    kind: 'oneHot',
    params: (feature) => {
      const classes = categoriesOf(feature);
      if (classes === null || classes < 2 || classes > mostColumns) return null;
      // Where names are known, they say how many columns there are: one step serves all.
      return feature.dtype === 'text' && feature.classNames !== undefined ? {} : { classes };
    },
  },
  {
    kind: 'frequencyEncode',
    params: (feature) => ((categoriesOf(feature) ?? 0) > mostColumns ? {} : null),
  },
];
