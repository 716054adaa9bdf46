import type { Cells } from './cells.ts';
import { padTokens } from './padTokens.ts';

/**
 * Texts as rows of `length` character numbers: 0 fills up, 1 is a character that is not in `vocabulary`, 2 its first one.
 * What is missing counts as the empty text. Other cells stay as they are.
 */
export function tokenizeCharacters(
  cells: Cells,
  vocabulary: readonly string[],
  length: number,
  padding: 'end' | 'start',
): Cells {
  if (cells.type !== 'texts') return cells;
  const numbers = new Map(vocabulary.map((character, place) => [character, place + 2]));
  const rows = cells.values.map((text) =>
    Array.from(text ?? '', (character) => numbers.get(character) ?? 1),
  );
  return padTokens(rows, length, padding);
}
