import { basicWords } from './basicWords.ts';
import type { Cells } from './cells.ts';
import { padTokens } from './padTokens.ts';

/** A longer word counts as unknown, as in BERT. */
const longestWord = 100;

/**
 * Texts as rows of `length` numbers of word pieces, their places in `vocabulary` (Wu et al. 2016, as in BERT): words are
 * parted as `basicWords` does, each into the longest pieces from its start; pieces within a word begin with `##`. `[PAD]`,
 * the first, fills up; `[UNK]` stands for a word without pieces. `isFramed`: `[CLS]` before and `[SEP]` after. What is
 * missing counts as the empty text. Other cells stay as they are.
 */
export function tokenizeWordPiece(
  cells: Cells,
  vocabulary: readonly string[],
  length: number,
  isLower: boolean,
  isFramed: boolean,
): Cells {
  if (cells.type !== 'texts') return cells;
  const numbers = new Map(vocabulary.map((piece, place) => [piece, place]));
  const known = new Map<string, readonly number[]>();
  const piecesOf = (word: string) => {
    const pieces = known.get(word) ?? piecesOfWord(word, numbers);
    known.set(word, pieces);
    return pieces;
  };
  const rows = cells.values.map((text) => {
    const tokens = basicWords(text ?? '', isLower).flatMap(piecesOf);
    if (!isFramed) return tokens;
    const [first, last] = [numbers.get('[CLS]') ?? 0, numbers.get('[SEP]') ?? 0];
    return [first, ...tokens.slice(0, Math.max(0, length - 2)), last];
  });
  return padTokens(rows, length, 'end');
}

function piecesOfWord(word: string, numbers: ReadonlyMap<string, number>): readonly number[] {
  const characters = Array.from(word);
  const unknown = [numbers.get('[UNK]') ?? 0];
  if (characters.length > longestWord) return unknown;
  const pieces: number[] = [];
  let start = 0;
  while (start < characters.length) {
    let end = characters.length;
    let found: number | undefined;
    while (end > start && found === undefined) {
      found = numbers.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''));
      if (found === undefined) end -= 1;
    }
    if (found === undefined) return unknown;
    pieces.push(found);
    start = end;
  }
  return pieces;
}
