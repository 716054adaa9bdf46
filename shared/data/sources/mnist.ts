import { defineSource } from '#shared/data/catalogue.ts';

/** 70,000 handwritten digits of 28×28 gray pixels. */
export const mnist = defineSource({
  kind: 'mnist',
  title: { en: 'MNIST digits', 'zh-CN': 'MNIST 手写数字' },
  doc: {
    en: '70,000 handwritten digits, 28×28 gray pixels from 0 to 255: 60,000 to train, 10,000 to test. Comes with the program.',
    'zh-CN':
      '7 万个手写数字，28×28 灰度像素，取值 0 到 255：6 万个用于训练，1 万个用于测试。随程序提供。',
  },
  license: 'CC BY-SA 3.0, Yann LeCun and Corinna Cortes',
  params: {},
  features: () => [
    {
      name: 'image',
      role: 'input',
      kind: 'image',
      shape: [28, 28, 1],
      dtype: 'uint8',
      classes: null,
    },
    { name: 'label', role: 'target', kind: 'category', shape: [], dtype: 'int32', classes: 10 },
  ],
  counts: () => ({ train: 60_000, test: 10_000 }),
  missing: () => [],
});
