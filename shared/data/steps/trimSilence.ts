import { trimSilence as trimSilenceOf } from '#shared/data/arithmetic/trimSilence.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Takes silence away from both ends of recordings. */
export const trimSilence = defineStep({
  kind: 'trimSilence',
  title: { en: 'Trim silence', 'zh-CN': '去掉首尾静音' },
  doc: {
    en: 'Takes away what is much quieter than the loudest part, at both ends of a recording.',
    'zh-CN': '去掉录音首尾远比最响部分安静的片段。',
  },
  family: 'audio',
  params: {
    decibels: {
      type: 'number',
      default: 40,
      min: 1,
      max: 120,
      unit: { en: 'dB', 'zh-CN': 'dB' },
      doc: {
        en: 'How much quieter than the loudest part silence is; less takes more away.',
        'zh-CN': '比最响部分安静多少算静音；越小，去掉的越多。',
      },
    },
  },
  accepts: ['audio'],
  output: (feature) => ok({ ...feature, shape: null }),
  arguments: ({ decibels }) => [decibels],
  apply: trimSilenceOf,
});
