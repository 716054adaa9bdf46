import { defineSource } from '#shared/data/catalogue.ts';

/** Waves with noise: a number for each step of time. */
export const generatedSeries = defineSource({
  kind: 'generatedSeries',
  title: { en: 'Sine waves', 'zh-CN': '正弦波序列' },
  doc: {
    en: 'A time series: a wave with a smaller one on top, and noise. Windows over it ask for the next value.',
    'zh-CN': '一个时间序列：一个波上叠加一个较小的波，并带有噪声。用窗口预测下一个值。',
  },
  license: 'CC0 1.0',
  params: {
    steps: {
      type: 'integer',
      default: 2000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many steps of time to make.', 'zh-CN': '生成多少个时间步。' },
    },
    period: {
      type: 'number',
      default: 50,
      min: 2,
      max: 1_000_000,
      unit: { en: 'steps', 'zh-CN': '步' },
      doc: { en: 'Length of the large wave.', 'zh-CN': '大波的周期长度。' },
    },
    noise: {
      type: 'number',
      default: 0.1,
      min: 0,
      max: 10,
      doc: {
        en: 'How far a value may lie off the wave, which is about 2 high.',
        'zh-CN': '数值偏离波形的最大距离；波形高约 2。',
      },
    },
    seed: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 2_147_483_647,
      doc: { en: 'Another seed makes other noise.', 'zh-CN': '不同的种子生成不同的噪声。' },
    },
  },
  features: () => [
    { name: 'value', role: 'target', kind: 'number', shape: [], dtype: 'float32', classes: null },
  ],
  counts: ({ steps }) => ({ train: steps, test: 0 }),
  missing: () => [],
});
