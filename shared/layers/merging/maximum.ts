import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** The largest of two or more inputs, number by number: inputs and output (batch, ...shape). */
export const maximum = defineLayer({
  kind: 'maximum',
  ...elementwise('Maximum'),
  gloss: '最大值层',
  doc: {
    en: 'The largest of two or more inputs, number by number.',
    'zh-CN': '两个或更多输入逐个数取最大值。',
  },
  link: 'https://keras.io/api/layers/merging_layers/maximum/',
  tfjs: () => ({ fn: 'layers.maximum', args: {} }),
  keras: () => ({ fn: 'layers.Maximum', args: {} }),
});
