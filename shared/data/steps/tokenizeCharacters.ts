import { tokenizeCharacters as tokenizeCharactersOf } from '#shared/data/arithmetic/tokenizeCharacters.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { asTokens, paddingParam, tokenParams } from '#shared/data/steps/tokens.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Characters to numbers', 'zh-CN': '按字符编号' };

/** Turns texts into numbers of characters. */
export const tokenizeCharacters = defineStep({
  kind: 'tokenizeCharacters',
  title,
  doc: {
    en: 'Gives each character of a text a number: the most frequent of the training rows first. No character is ever part of an unknown word; texts become longer.',
    'zh-CN': '给文本中的每个字符编号：训练行中最常见的在前。不会出现未知的词，但序列更长。',
  },
  family: 'text',
  params: {
    ...tokenParams,
    vocabularySize: { ...tokenParams.vocabularySize, default: 200 },
    padding: paddingParam,
  },
  accepts: ['text', 'category'],
  output: (feature, params) => refuseNumbers(title, feature) ?? ok(asTokens(feature, params)),
  fit: ({ vocabularySize }) => {
    const counts = countTexts((text) => Array.from(text));
    return {
      add: counts.add,
      result: () =>
        counts
          .result()
          .slice(0, vocabularySize - 2)
          .map(({ value }) => value),
    };
  },
  arguments: ({ length, padding }, fitted) => [fitted ?? [], length, padding],
  apply: tokenizeCharactersOf,
});
