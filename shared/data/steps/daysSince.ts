import { daysSince as daysSinceStart } from '#shared/data/arithmetic/daysSince.ts';
import { toDate } from '#shared/data/arithmetic/toDate.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherExtremes } from '#shared/data/fits/extremes.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Turns dates into days since a first day. */
export const daysSince = defineStep({
  kind: 'daysSince',
  title: { en: 'Days since', 'zh-CN': '起始日以来的天数' },
  doc: {
    en: 'Turns dates into the number of days since a first day, with fractions for times of day.',
    'zh-CN': '把日期变成距起始日的天数，时刻用小数表示。',
  },
  family: 'dates',
  params: {
    start: {
      type: 'text',
      default: '',
      doc: {
        en: 'The first day, such as 2020-01-31. Empty: the earliest of the training rows.',
        'zh-CN': '起始日，例如 2020-01-31。留空表示训练行中最早的日期。',
      },
    },
  },
  accepts: ['date'],
  output: (feature, { start }) =>
    start !== '' && startOf(start) === null
      ? refuse('steps.notADate', { text: start, feature: feature.name })
      : ok(asNumbers(feature)),
  fit: ({ start }) => {
    if (start !== '') return { add: () => undefined, result: () => null };
    const extremes = gatherExtremes(1);
    return { add: extremes.add, result: () => extremes.result()[0]?.min ?? 0 };
  },
  arguments: ({ start }, fitted) => [start === '' ? fitted : startOf(start)],
  apply: daysSinceStart,
});

/** Milliseconds of a day in text; null: it is none. */
function startOf(text: string): number | null {
  const cells = toDate({ type: 'texts', values: [text] }, 'year-month-day');
  const value = cells.type === 'numbers' ? (cells.values[0] ?? NaN) : NaN;
  return Number.isNaN(value) ? null : value;
}
