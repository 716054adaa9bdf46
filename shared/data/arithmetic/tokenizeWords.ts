import { basicWords } from './basicWords.ts';
import type { Cells } from './cells.ts';
import { padTokens } from './padTokens.ts';

/**
 * Texts as rows of `length` word numbers: 0 fills up, 1 is a word that is not in `vocabulary`, 2 its first word. Words are
 * parted as `basicWords` does. What is missing counts as the empty text. Other cells stay as they are.
 */
export function tokenizeWords(
  cells: Cells,
  vocabulary: readonly string[],
  length: number,
  isLower: boolean,
  padding: 'end' | 'start',
): Cells {
  if (cells.type !== 'texts') return cells;
  const numbers = new Map(vocabulary.map((word, place) => [word, place + 2]));
  const rows = cells.values.map((text) =>
    basicWords(text ?? '', isLower).map((word) => numbers.get(word) ?? 1),
  );
  return padTokens(rows, length, padding);
}
