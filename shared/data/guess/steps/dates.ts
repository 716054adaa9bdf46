import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';

const year = 365.25 * 24 * 3600 * 1000;

/** A date becomes what comes again: the month and the weekday as points of a circle, beside the year. */
export const dateGuesses: readonly StepGuess[] = [
  {
    kind: 'dateParts',
    params: ({ role, kind }, { numbers, distinct }) => {
      if (role !== 'input' || kind !== 'date') return null;
      const years = numbers === null ? 1 : (numbers.max - numbers.min) / year;
      const each = distinct ?? Number.POSITIVE_INFINITY;
      // One date a year, or one a month: the rest is always the same.
      const isYearly = each <= years + 1;
      const isMonthly = each <= 12 * years + 1;
      return {
        year: years > 1.5,
        month: !isYearly,
        day: false,
        weekday: !isMonthly,
        cyclic: true,
      };
    },
  },
];
