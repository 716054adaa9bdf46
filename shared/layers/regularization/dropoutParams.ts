import type { ParamTable } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** Share of the numbers that is set to 0. */
export const rateParam = {
  type: 'number',
  default: 0.5,
  min: 0,
  // At 1 nothing is left, and tfjs and Keras disagree on what that means.
  max: 0.99,
  doc: {
    en: 'Share of the numbers that is set to 0, between 0 and 1. More fights overfitting harder and slows learning.',
    'zh-CN': '被置为 0 的比例，0 到 1 之间。越大越能抑制过拟合，学习也越慢。',
  },
} as const satisfies ParamTable[string];

/** Start of the random decisions. */
export const dropoutSeedParam = {
  type: 'integer',
  default: null,
  optional: true,
  advanced: true,
  doc: {
    en: 'Number that the random decisions start from. None: taken from the document.',
    'zh-CN': '随机决定的起点。留空则由文档的种子决定。',
  },
} as const satisfies ParamTable[string];

/** Strength of noise that multiplies: its standard deviation is √(rate ÷ (1 − rate)). */
export const strengthParam = {
  ...rateParam,
  doc: {
    en: 'How strong the noise is: its standard deviation is √(rate ÷ (1 − rate)), as that of a Dropout with this rate.',
    'zh-CN': '噪声的强度：标准差为 √(rate ÷ (1 − rate))，与同一 rate 的 Dropout 相同。',
  },
} as const satisfies ParamTable[string];

/** Said of random layers that take no seed of their own in tfjs. */
export const noSeedDifference: LocalText = {
  en: 'tfjs takes no seed here; the engine starts from that of the document.',
  'zh-CN': 'tfjs 的这一层没有种子参数；本程序的引擎从文档的种子开始。',
};
