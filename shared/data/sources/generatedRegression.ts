import { defineSource } from '#shared/data/catalogue.ts';

/** Rows of 10 numbers with a number that follows from five of them. */
export const generatedRegression = defineSource({
  kind: 'generatedRegression',
  title: { en: 'Generated numbers', 'zh-CN': '生成的数值表' },
  doc: {
    en: 'Rows of 10 numbers and a number to predict that follows from five of them by a bent rule (Friedman 1). For trying out regression.',
    'zh-CN':
      '每行 10 个数和一个待预测的数，后者由其中 5 个数按一条弯曲的规则决定（Friedman 1）。用于试验回归。',
  },
  license: 'CC0 1.0',
  params: {
    rows: {
      type: 'integer',
      default: 2000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many rows to make.', 'zh-CN': '生成多少行。' },
    },
    noise: {
      type: 'number',
      default: 1,
      min: 0,
      max: 100,
      doc: {
        en: 'Deviation of the noise on the number to predict, which itself lies between about 0 and 30.',
        'zh-CN': '待预测的数上噪声的标准差；该数本身约在 0 到 30 之间。',
      },
    },
    seed: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 2_147_483_647,
      doc: { en: 'Another seed makes other rows.', 'zh-CN': '不同的种子生成不同的行。' },
    },
  },
  features: () => [
    {
      name: 'columns',
      role: 'input',
      kind: 'number',
      shape: [10],
      dtype: 'float32',
      classes: null,
    },
    { name: 'target', role: 'target', kind: 'number', shape: [], dtype: 'float32', classes: null },
  ],
  counts: ({ rows }) => ({ train: rows, test: 0 }),
  missing: () => [],
});
