import { defineLayer } from '#shared/layers/defineLayer.ts';
import { elementwise } from '#shared/layers/merging/elementwise.ts';

/** The first input less the second, number by number: inputs and output (batch, ...shape). */
export const subtract = defineLayer({
  kind: 'subtract',
  ...elementwise('Subtract'),
  inputs: { min: 2, max: 2 },
  gloss: '相减层',
  pictogram: 'subtract',
  doc: {
    en: 'Takes the second input from the first, number by number: how two signals differ.',
    'zh-CN': '第一个输入逐个数减去第二个：两个信号的差异。',
  },
  link: 'https://keras.io/api/layers/merging_layers/subtract/',
  mask: () => null,
  tfjs: () => ({ fn: 'subtract', module: 'operations', args: {} }),
  keras: () => ({ fn: 'layers.Subtract', args: {} }),
  differences: {
    en: 'tfjs lacks it, so the code here brings a layer of its own, which passes no marks of padding on.',
    'zh-CN': 'tfjs 没有这个层，因此这里的代码自带一个；它不传递填充标记。',
  },
});
