import { defineSource } from '#shared/data/catalogue.ts';

/** Rows of numbers with labels that have nothing to do with them. */
export const generatedNoise = defineSource({
  kind: 'generatedNoise',
  title: { en: 'Noise', 'zh-CN': '噪声' },
  doc: {
    en: 'Rows of 8 random numbers and a tossed coin. There is nothing to learn: a network that does well on rows it has not seen has seen them.',
    'zh-CN':
      '每行 8 个随机数和一次抛硬币的结果。没有规律可学：如果网络在没见过的行上表现很好，说明它其实见过。',
  },
  license: 'CC0 1.0',
  params: {
    rows: {
      type: 'integer',
      default: 1000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many rows to make.', 'zh-CN': '生成多少行。' },
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
    { name: 'columns', role: 'input', kind: 'number', shape: [8], dtype: 'float32', classes: null },
    { name: 'label', role: 'target', kind: 'category', shape: [1], dtype: 'float32', classes: 2 },
  ],
  counts: ({ rows }) => ({ train: rows, test: 0 }),
  missing: () => [],
});
