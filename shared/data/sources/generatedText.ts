import { defineSource } from '#shared/data/catalogue.ts';

/** Texts as token ids with a yes or no, made by a rule. */
export const generatedText = defineSource({
  kind: 'generatedText',
  title: { en: 'Generated texts', 'zh-CN': '生成的文本' },
  doc: {
    en: 'Texts of token ids in two classes: words for and against, where a “not” before a word turns it. For trying things out.',
    'zh-CN': '两类由词元编号组成的文本：有赞成和反对的词，前面的“不”会翻转其含义。用于试验。',
  },
  license: 'CC0 1.0',
  params: {
    texts: {
      type: 'integer',
      default: 2000,
      min: 10,
      max: 1_000_000,
      doc: { en: 'How many texts to make.', 'zh-CN': '生成多少条文本。' },
    },
    length: {
      type: 'integer',
      default: 20,
      min: 4,
      max: 10_000,
      unit: { en: 'tokens', 'zh-CN': '词元' },
      doc: {
        en: 'Tokens of a text. Shorter texts are filled with 0 at the front.',
        'zh-CN': '一条文本的词元数。较短的文本在前面补 0。',
      },
    },
    vocabulary: {
      type: 'integer',
      default: 100,
      min: 8,
      max: 1_000_000,
      unit: { en: 'tokens', 'zh-CN': '词元' },
      doc: {
        en: 'How many different tokens there are; ids run from 1 to this number.',
        'zh-CN': '不同词元的个数，编号从 1 到这个数。',
      },
    },
    seed: {
      type: 'integer',
      default: 1,
      min: 0,
      max: 2_147_483_647,
      doc: { en: 'Another seed makes other texts.', 'zh-CN': '不同的种子生成不同的文本。' },
    },
  },
  features: ({ length }) => [
    {
      name: 'tokens',
      role: 'input',
      kind: 'sequence',
      shape: [length],
      dtype: 'int32',
      classes: null,
    },
    { name: 'label', role: 'target', kind: 'category', shape: [1], dtype: 'float32', classes: 2 },
  ],
  counts: ({ texts }) => ({ train: texts, test: 0 }),
  missing: () => [],
});
