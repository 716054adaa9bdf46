import type { Feature } from '#shared/data/feature.ts';

/** Parameters that every tokenizer has. */
export const tokenParams = {
  length: {
    type: 'integer',
    default: 100,
    min: 1,
    max: 100_000,
    doc: {
      en: 'How many tokens a text has afterwards: longer ones are cut, shorter ones filled up with 0.',
      'zh-CN': '处理后每个文本有多少个词元：过长的截断，过短的用 0 补齐。',
    },
  },
  vocabularySize: {
    type: 'integer',
    default: 10_000,
    min: 10,
    max: 200_000,
    doc: {
      en: 'How many different tokens there are at most, the filling and the unknown among them: the inputDim of the Embedding.',
      'zh-CN': '最多有多少种词元，包括填充和未知词元：即 Embedding 的 inputDim。',
    },
  },
} as const;

/** Where short texts are filled up. */
export const paddingParam = {
  type: 'choice',
  default: 'end',
  choices: ['end', 'start'],
  advanced: true,
  doc: {
    en: 'Where short texts are filled up. At the start, an LSTM sees the text last.',
    'zh-CN': '在哪一端补齐较短的文本。补在开头时，LSTM 最后才看到文本。',
  },
} as const;

/** Whether capitals matter. */
export const lowercaseParam = {
  type: 'boolean',
  default: true,
  doc: {
    en: 'Capitals and accents do not matter: Été is ete.',
    'zh-CN': '不区分大小写和重音：Été 等同于 ete。',
  },
} as const;

/** The feature as a row of token numbers. */
export function asTokens(
  { name, role }: Feature,
  { length, vocabularySize }: { readonly length: number; readonly vocabularySize: number },
): Feature {
  return {
    name,
    role,
    kind: 'sequence',
    shape: [length],
    dtype: 'int32',
    classes: vocabularySize,
  };
}
