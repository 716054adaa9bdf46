import { cleanText as cleanTexts } from '#shared/data/arithmetic/cleanText.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Clean text', 'zh-CN': '清理文本' };

/** Cleans texts of what does not matter. */
export const cleanText = defineStep({
  kind: 'cleanText',
  title,
  doc: {
    en: 'Takes away what does not matter in texts, so that the same word is always written the same way.',
    'zh-CN': '去掉文本中无关紧要的部分，使同一个词总是写成同样的形式。',
  },
  family: 'text',
  params: {
    html: {
      type: 'boolean',
      default: true,
      doc: { en: 'Takes HTML tags and entities away.', 'zh-CN': '去掉 HTML 标签和实体。' },
    },
    links: {
      type: 'boolean',
      default: false,
      doc: { en: 'Takes web addresses away.', 'zh-CN': '去掉网址。' },
    },
    widths: {
      type: 'boolean',
      default: true,
      doc: {
        en: 'Writes wide, raised and joined forms as usual letters and digits (NFKC).',
        'zh-CN': '把全角、上标和连写形式写成普通的字母和数字（NFKC）。',
      },
    },
    lowercase: {
      type: 'boolean',
      default: true,
      doc: { en: 'Writes all letters small.', 'zh-CN': '所有字母改为小写。' },
    },
    accents: {
      type: 'boolean',
      default: false,
      doc: {
        en: 'Takes accents off letters: é becomes e.',
        'zh-CN': '去掉字母的重音符号：é 变为 e。',
      },
    },
    digits: {
      type: 'boolean',
      default: false,
      doc: { en: 'Takes digits away.', 'zh-CN': '去掉数字。' },
    },
    punctuation: {
      type: 'boolean',
      default: false,
      doc: { en: 'Takes punctuation and symbols away.', 'zh-CN': '去掉标点和符号。' },
    },
    blanks: {
      type: 'boolean',
      default: true,
      doc: {
        en: 'Makes several blanks and line breaks one blank.',
        'zh-CN': '把连续的空白和换行合并为一个空格。',
      },
    },
  },
  accepts: ['text'],
  output: (feature) => refuseNumbers(title, feature) ?? ok(feature),
  arguments: (params) => [
    Object.entries(params)
      .filter(([, isWanted]) => isWanted)
      .map(([name]) => name),
  ],
  apply: cleanTexts,
});
