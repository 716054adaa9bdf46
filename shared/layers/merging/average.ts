import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** The mean of two or more inputs, number by number: inputs and output (batch, ...shape). */
export const average = defineLayer({
  kind: 'average',
  ...elementwise('Average'),
  gloss: '平均层',
  doc: {
    en: 'The mean of two or more inputs, number by number.',
    'zh-CN': '两个或更多输入逐个数取平均。',
  },
  link: 'https://keras.io/api/layers/merging_layers/average/',
  tfjs: () => ({ fn: 'layers.average', args: {} }),
  keras: () => ({ fn: 'layers.Average', args: {} }),
});
