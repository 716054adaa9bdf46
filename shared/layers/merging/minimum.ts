import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** The smallest of two or more inputs, number by number: inputs and output (batch, ...shape). */
export const minimum = defineLayer({
  kind: 'minimum',
  ...elementwise('Minimum'),
  gloss: '最小值层',
  doc: {
    en: 'The smallest of two or more inputs, number by number.',
    'zh-CN': '两个或更多输入逐个数取最小值。',
  },
  link: 'https://keras.io/api/layers/merging_layers/minimum/',
  tfjs: () => ({ fn: 'layers.minimum', args: {} }),
  keras: () => ({ fn: 'layers.Minimum', args: {} }),
});
