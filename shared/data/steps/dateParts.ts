import { dateParts as datePartsOf } from '#shared/data/arithmetic/dateParts.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** The parts in order; all but the year come round. */
const parts = ['year', 'month', 'day', 'weekday', 'dayOfYear', 'hour', 'minute'] as const;

type Chosen = Readonly<Record<(typeof parts)[number], boolean>>;

/** Takes dates apart into numbers. */
export const dateParts = defineStep({
  kind: 'dateParts',
  title: { en: 'Date parts', 'zh-CN': '日期拆分' },
  doc: {
    en: 'Takes dates apart into numbers: year, month, weekday and so on, in UTC. A network then sees seasons and weekly habits.',
    'zh-CN': '把日期拆成若干个数：年、月、星期等（UTC），网络便能看到季节和每周的规律。',
  },
  family: 'dates',
  params: {
    year: { type: 'boolean', default: true, doc: { en: 'The year.', 'zh-CN': '年。' } },
    month: {
      type: 'boolean',
      default: true,
      doc: { en: 'The month, 1 to 12.', 'zh-CN': '月，1 到 12。' },
    },
    day: {
      type: 'boolean',
      default: true,
      doc: { en: 'The day of the month, 1 to 31.', 'zh-CN': '日，1 到 31。' },
    },
    weekday: {
      type: 'boolean',
      default: true,
      doc: { en: 'The day of the week, 0 (Monday) to 6.', 'zh-CN': '星期，0（星期一）到 6。' },
    },
    dayOfYear: {
      type: 'boolean',
      default: false,
      doc: { en: 'The day of the year, 1 to 366.', 'zh-CN': '一年中的第几天，1 到 366。' },
    },
    hour: {
      type: 'boolean',
      default: false,
      doc: { en: 'The hour, 0 to 23.', 'zh-CN': '小时，0 到 23。' },
    },
    minute: {
      type: 'boolean',
      default: false,
      doc: { en: 'The minute, 0 to 59.', 'zh-CN': '分钟，0 到 59。' },
    },
    cyclic: {
      type: 'boolean',
      default: false,
      doc: {
        en: 'Every part but the year as sine and cosine, two numbers: December then lies next to January.',
        'zh-CN': '除年以外，每个部分用正弦和余弦两个数表示：这样 12 月与 1 月相邻。',
      },
    },
  },
  accepts: ['date'],
  output: (feature, params) => {
    const chosen = chosenOf(params);
    if (chosen.length === 0) return refuse('steps.noParts', { feature: feature.name });
    const cyclic = params.cyclic ? chosen.filter((part) => part !== 'year').length : 0;
    return ok(asNumbers(feature, [chosen.length + cyclic]));
  },
  arguments: (params) => [chosenOf(params), params.cyclic],
  apply: datePartsOf,
});

function chosenOf(params: Chosen): readonly (typeof parts)[number][] {
  return parts.filter((part) => params[part]);
}
