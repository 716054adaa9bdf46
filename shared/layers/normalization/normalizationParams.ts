import type { ParamTable } from '#shared/layers/params.ts';

/** Added to the variance. */
export const epsilonParam = {
  type: 'number',
  default: 1e-3,
  min: 1e-9,
  advanced: true,
  doc: {
    en: 'Small number added to the variance, so that nothing is divided by 0.',
    'zh-CN': '加到方差上的小数，防止除以 0。',
  },
} as const satisfies ParamTable[string];
