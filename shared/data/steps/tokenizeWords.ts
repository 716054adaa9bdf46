import { basicWords } from '#shared/data/arithmetic/basicWords.ts';
import { tokenizeWords as tokenizeWordsOf } from '#shared/data/arithmetic/tokenizeWords.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { asTokens, lowercaseParam, paddingParam, tokenParams } from '#shared/data/steps/tokens.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Words to numbers', 'zh-CN': '按词编号' };

/** Turns texts into numbers of words. */
export const tokenizeWords = defineStep({
  kind: 'tokenizeWords',
  title,
  doc: {
    en: 'Parts texts into words, each Chinese character and punctuation mark by itself, and gives each word a number: the most frequent of the training rows first. An Embedding can follow.',
    'zh-CN':
      '把文本切成词（每个汉字和标点各算一个），并给每个词编号：训练行中最常见的在前。后面可接 Embedding。',
  },
  family: 'text',
  params: { ...tokenParams, lowercase: lowercaseParam, padding: paddingParam },
  accepts: ['text', 'category'],
  output: (feature, params) => refuseNumbers(title, feature) ?? ok(asTokens(feature, params)),
  fit: ({ lowercase, vocabularySize }) => {
    const counts = countTexts((text) => basicWords(text, lowercase));
    return {
      add: counts.add,
      result: () =>
        counts
          .result()
          .slice(0, vocabularySize - 2)
          .map(({ value }) => value),
    };
  },
  arguments: ({ length, lowercase, padding }, fitted) => [fitted ?? [], length, lowercase, padding],
  apply: tokenizeWordsOf,
});
