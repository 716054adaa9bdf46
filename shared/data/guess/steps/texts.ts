import type { StepGuess } from '#shared/data/guess/steps/stepGuess.ts';
import type { FeatureReport } from '#shared/data/report.ts';

/** Texts are cut after so many tokens at most: a starter must not be slow. */
const longest = 400;
/** Texts up to this length are read word by word by a starter. */
const readInOrder = 120;
/** Characters of an English word with the blank after it, about. */
const charactersOfWord = 5.5;

/** Texts become numbers of words, as many as three quarters of the texts need. */
export const textGuesses: readonly StepGuess[] = [
  {
    kind: 'tokenizeWords',
    params: ({ role, kind }, found, { trainCount }) => {
      if (role !== 'input' || kind !== 'text') return null;
      const length = tokensOf(found);
      const vocabularySize = vocabularyOf(trainCount);
      // A starter reads short texts with an LSTM, which remembers best what comes last.
      return length <= readInOrder
        ? { length, vocabularySize, padding: 'start' }
        : { length, vocabularySize };
    },
  },
];

/** Tokens that three quarters of the texts fit in, in tens. */
function tokensOf({ numbers, top }: FeatureReport): number {
  if (numbers === null) return 100;
  // Each Chinese or Japanese character is a token of its own.
  const isByCharacter = top.some(({ value }) => /[\p{Script=Han}\p{Script=Hiragana}]/u.test(value));
  const tokens = numbers.quartiles[2] / (isByCharacter ? 1 : charactersOfWord);
  return Math.min(longest, Math.max(10, Math.ceil(tokens / 10) * 10));
}

/** More texts bring more words that come often enough to be learned. */
function vocabularyOf(texts: number): number {
  if (texts < 500) return 1000;
  return texts < 5000 ? 5000 : 10_000;
}
