import { basicWords } from '#shared/data/arithmetic/basicWords.ts';
import { tokenizeWordPiece as tokenizeWordPieceOf } from '#shared/data/arithmetic/tokenizeWordPiece.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { learnSubwords } from '#shared/data/fits/subwords.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { asTokens, lowercaseParam, tokenParams } from '#shared/data/steps/tokens.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'WordPiece', 'zh-CN': 'WordPiece 分词' };
const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

/** Turns texts into numbers of word pieces. */
export const tokenizeWordPiece = defineStep({
  kind: 'tokenizeWordPiece',
  title,
  doc: {
    en: 'Parts texts into frequent words and pieces of rarer ones, as BERT does, and numbers them. The pieces are learned from the training rows. Few words stay unknown with a small vocabulary.',
    'zh-CN':
      '像 BERT 那样把文本切成常见的词和少见词的片段，并为其编号。片段从训练行中学得。词表虽小，未知的词也很少。',
  },
  family: 'text',
  params: {
    ...tokenParams,
    lowercase: lowercaseParam,
    frame: {
      type: 'boolean',
      default: true,
      doc: {
        en: 'Puts [CLS] before and [SEP] after every text, as BERT expects it.',
        'zh-CN': '像 BERT 要求的那样，在每个文本前加 [CLS]，后加 [SEP]。',
      },
    },
  },
  accepts: ['text', 'category'],
  output: (feature, params) => refuseNumbers(title, feature) ?? ok(asTokens(feature, params)),
  fit: ({ lowercase, vocabularySize }) => {
    const counts = countTexts((text) => basicWords(text, lowercase));
    return {
      add: counts.add,
      result: () => [
        ...special,
        ...learnSubwords(counts.result(), style, vocabularySize - special.length).symbols,
      ],
    };
  },
  arguments: ({ length, lowercase, frame }, fitted) => [
    fitted ?? special,
    length,
    lowercase,
    frame,
  ],
  apply: tokenizeWordPieceOf,
});

/** Symbols within a word begin with `##`. */
const style = {
  symbolsOf: (word: string) =>
    Array.from(word, (character, place) => (place === 0 ? character : `##${character}`)),
  joined: (left: string, right: string) => left + right.slice(2),
};
