import { basicWords } from '#shared/data/arithmetic/basicWords.ts';
import { tokenizeBpe as tokenizeBpeOf } from '#shared/data/arithmetic/tokenizeBpe.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { learnSubwords } from '#shared/data/fits/subwords.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { asTokens, lowercaseParam, paddingParam, tokenParams } from '#shared/data/steps/tokens.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Byte-pair encoding', 'zh-CN': 'BPE 分词' };
const special = ['[PAD]', '[UNK]'];

/** Turns texts into numbers of byte-pair tokens. */
export const tokenizeBpe = defineStep({
  kind: 'tokenizeBpe',
  title,
  doc: {
    en: 'Parts texts into characters and joins frequent neighbours again and again (BPE), so that frequent words become one token and rare ones several. What is joined is learned from the training rows.',
    'zh-CN':
      '把文本切成字符，再反复合并常见的相邻片段（BPE）：常见的词成为一个词元，少见的词分成几个。合并方式从训练行中学得。',
  },
  family: 'text',
  params: { ...tokenParams, lowercase: lowercaseParam, padding: paddingParam },
  accepts: ['text', 'category'],
  output: (feature, params) => refuseNumbers(title, feature) ?? ok(asTokens(feature, params)),
  fit: ({ lowercase, vocabularySize }) => {
    const counts = countTexts((text) => basicWords(text, lowercase));
    return {
      add: counts.add,
      result: () => {
        const learned = learnSubwords(counts.result(), style, vocabularySize - special.length);
        return { vocabulary: [...special, ...learned.symbols], merges: learned.merges };
      },
    };
  },
  arguments: ({ length, lowercase, padding }, fitted) => {
    const { vocabulary, merges } = (fitted ?? {}) as Readonly<Record<string, JsonValue>>;
    return [vocabulary ?? special, merges ?? [], length, lowercase, padding];
  },
  apply: tokenizeBpeOf,
});

/** The last symbol of a word ends with `</w>`. */
const style = {
  symbolsOf: (word: string) =>
    Array.from(word).map((character, place, all) =>
      place === all.length - 1 ? `${character}</w>` : character,
    ),
  joined: (left: string, right: string) => left + right,
};
