import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** Multiplies two or more inputs number by number: inputs and output (batch, ...shape). */
export const multiply = defineLayer({
  kind: 'multiply',
  ...elementwise('Multiply'),
  gloss: '相乘层',
  doc: {
    en: 'Multiplies two or more inputs number by number. Used to open and close gates.',
    'zh-CN': '把两个或更多输入逐个数相乘，用于门控。',
  },
  link: 'https://keras.io/api/layers/merging_layers/multiply/',
  tfjs: () => ({ fn: 'layers.multiply', args: {} }),
  keras: () => ({ fn: 'layers.Multiply', args: {} }),
});
