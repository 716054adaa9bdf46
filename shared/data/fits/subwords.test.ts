import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, test } from 'vitest';
import { tokenizeBpe } from '#shared/data/arithmetic/tokenizeBpe.ts';
import { tokenizeWordPiece } from '#shared/data/arithmetic/tokenizeWordPiece.ts';
import { learnSubwords } from '#shared/data/fits/subwords.ts';
import { findStep } from '#shared/data/steps/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

const corpus = [
  'The lowest price was lower than the low price of last year; prices fell lower and lower.',
  'Newer and newest widgets are wider, and the widest widget is the newest.',
  "It's naïve to think café owners don't know: Été means summer!",
  '自然语言处理是人工智能的一个方向。The model reads 语言 and words.',
  'unbelievable unbelievably believable believe believer believers 👍🏽 x²',
];
const length = 60;

function learned(kind: string, given: Record<string, number>): unknown {
  const step = findStep(kind);
  const { values } = parseParams(step?.params ?? {}, given);
  const feature = {
    name: 'x',
    role: 'input',
    kind: 'text',
    shape: [],
    dtype: 'text',
    classes: null,
  } as const;
  const fit = step?.fit?.(values, feature);
  fit?.add({ type: 'texts', values: corpus });
  return fit?.result();
}

/** The same tokenizer by the peer: BERT's normalizer and parts, then the model. */
function peer(model: object): Tokenizer {
  return new Tokenizer(
    {
      version: '1.0',
      added_tokens: [],
      normalizer: {
        type: 'BertNormalizer',
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
        lowercase: true,
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: null,
      decoder: null,
      model,
    },
    {},
  );
}

/** Tokens of one text without what fills up. */
function tokens(cells: ReturnType<typeof tokenizeBpe>): readonly number[] {
  if (cells.type !== 'numbers') return [];
  return Array.from(cells.values).filter((token) => token !== 0);
}

const ids = (vocabulary: readonly string[]) =>
  Object.fromEntries(vocabulary.map((token, number) => [token, number]));

describe('subwords', () => {
  test('joins the most frequent neighbours first', () => {
    const style = {
      symbolsOf: (word: string) => Array.from(word),
      joined: (a: string, b: string) => a + b,
    };
    const counted = [
      { value: 'aab', count: 5 },
      { value: 'ab', count: 3 },
      { value: 'cb', count: 1 },
    ];
    expect(learnSubwords(counted, style, 5)).toEqual({
      symbols: ['a', 'b', 'c', 'ab', 'aab'],
      merges: [
        ['a', 'b'],
        ['a', 'ab'],
      ],
    });
    expect(learnSubwords(counted, style, 2)).toEqual({ symbols: ['a', 'b'], merges: [] });
  });

  test('WordPiece gives the numbers of its peer', () => {
    const vocabulary = learned('tokenizeWordPiece', { vocabularySize: 100 }) as readonly string[];
    expect(vocabulary.slice(0, 4)).toEqual(['[PAD]', '[UNK]', '[CLS]', '[SEP]']);
    expect(vocabulary).toHaveLength(100);
    const model = {
      type: 'WordPiece',
      vocab: ids(vocabulary),
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
    };
    const tokenizer = peer(model);
    for (const text of [...corpus, 'slower unknown Ωmega word', '']) {
      const own = tokenizeWordPiece(
        { type: 'texts', values: [text] },
        vocabulary,
        length,
        true,
        false,
      );
      expect(tokens(own)).toEqual(tokenizer.encode(text).ids.slice(0, length));
    }
  });

  test('byte-pair encoding gives the numbers of its peer', () => {
    const { vocabulary, merges } = learned('tokenizeBpe', { vocabularySize: 150 }) as {
      vocabulary: readonly string[];
      merges: readonly (readonly [string, string])[];
    };
    expect(merges.length).toBeGreaterThan(30);
    const model = {
      type: 'BPE',
      vocab: ids(vocabulary),
      merges,
      unk_token: '[UNK]',
      end_of_word_suffix: '</w>',
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
    };
    const tokenizer = peer(model);
    for (const text of [...corpus, 'slower unknown Ωmega word', '']) {
      const own = tokenizeBpe(
        { type: 'texts', values: [text] },
        vocabulary,
        merges,
        length,
        true,
        'end',
      );
      expect(tokens(own)).toEqual(tokenizer.encode(text).ids.slice(0, length));
    }
  });

  test('learns 2,000 pieces of 10,000 words within seconds', () => {
    const counted = Array.from({ length: 10_000 }, (_value, number) => ({
      value: ((number * 2654435761) % 4294967296).toString(26) + (number % 977).toString(26),
      count: 1 + ((30_000 % (number + 1)) % 50),
    }));
    const style = {
      symbolsOf: (word: string) => Array.from(word),
      joined: (a: string, b: string) => a + b,
    };
    const started = performance.now();
    expect(learnSubwords(counted, style, 2000).symbols).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
