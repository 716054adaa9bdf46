import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** Sums two or more inputs number by number: inputs and output (batch, ...shape). */
export const add = defineLayer({
  kind: 'add',
  ...elementwise('Add'),
  gloss: '相加层',
  doc: {
    en: 'Sums two or more inputs number by number. Residual networks use it to let a signal skip layers.',
    'zh-CN': '把两个或更多输入逐个数相加。残差网络用它让信号跳过一些层。',
  },
  link: 'https://keras.io/api/layers/merging_layers/add/',
  tfjs: () => ({ fn: 'layers.add', args: {} }),
  keras: () => ({ fn: 'layers.Add', args: {} }),
});
