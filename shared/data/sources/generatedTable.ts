import { defineSource } from '#shared/data/catalogue.ts';

/** Rows of 8 numbers with a yes or no, made by a rule. */
export const generatedTable = defineSource({
  kind: 'generatedTable',
  title: { en: 'Generated table', 'zh-CN': '生成的表格' },
  doc: {
    en: 'Rows of 8 numbers and a yes or no that follows a bent rule of five of them. For trying things out.',
    'zh-CN': '每行 8 个数和一个“是或否”，由其中 5 个数按一条弯曲的规则决定。用于试验。',
  },
  license: 'CC0 1.0',
  params: {
    rows: {
      type: 'integer',
      default: 4000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many rows to make.', 'zh-CN': '生成多少行。' },
    },
    noise: {
      type: 'number',
      default: 0.02,
      min: 0,
      max: 0.5,
      doc: {
        en: 'Share of rows whose answer is turned. No network can learn those.',
        'zh-CN': '答案被翻转的行所占比例。这部分无法学会。',
      },
    },
    seed: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 2_147_483_647,
      doc: { en: 'Another seed makes other rows.', 'zh-CN': '不同的种子生成不同的行。' },
    },
    layout: {
      type: 'choice',
      default: 'one',
      choices: ['one', 'two'],
      doc: {
        en: 'one: all 8 columns together. two: the first five and the last three as two inputs.',
        'zh-CN': 'one：8 列合为一个输入。two：前五列与后三列作为两个输入。',
      },
    },
  },
  features: ({ layout }) => [
    ...(layout === 'one'
      ? ([
          {
            name: 'columns',
            role: 'input',
            kind: 'number',
            shape: [8],
            dtype: 'float32',
            classes: null,
          },
        ] as const)
      : ([
          {
            name: 'first',
            role: 'input',
            kind: 'number',
            shape: [5],
            dtype: 'float32',
            classes: null,
          },
          {
            name: 'second',
            role: 'input',
            kind: 'number',
            shape: [3],
            dtype: 'float32',
            classes: null,
          },
        ] as const)),
    { name: 'target', role: 'target', kind: 'category', shape: [1], dtype: 'float32', classes: 2 },
  ],
  counts: ({ rows }) => ({ train: rows, test: 0 }),
  missing: () => [],
});
