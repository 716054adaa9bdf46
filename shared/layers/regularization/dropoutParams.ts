import type { ParamTable } from '#shared/layers/params.ts';

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
