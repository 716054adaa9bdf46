import { basicWords } from './basicWords.ts';
import type { Cells } from './cells.ts';
import { padTokens } from './padTokens.ts';

/**
 * Texts as rows of `length` numbers of byte-pair tokens, their places in `vocabulary` (Sennrich et al. 2016): words are
 * parted as `basicWords` does, into characters, the last with `</w>`; then neighbours are joined in the order of `merges`
 * (pairs). `[PAD]`, the first, fills up; `[UNK]` stands for a character that is not in the vocabulary. What is missing
 * counts as the empty text. Other cells stay as they are.
 */
export function tokenizeBpe(
  cells: Cells,
  vocabulary: readonly string[],
  merges: readonly (readonly [string, string])[],
  length: number,
  isLower: boolean,
  padding: 'end' | 'start',
): Cells {
  if (cells.type !== 'texts') return cells;
  const numbers = new Map(vocabulary.map((token, place) => [token, place]));
  const ranks = new Map(merges.map(([left, right], rank) => [`${left} ${right}`, rank]));
  const unknown = numbers.get('[UNK]') ?? 0;
  const known = new Map<string, readonly number[]>();
  const tokensOf = (word: string) => {
    const tokens =
      known.get(word) ?? joinPairs(word, ranks).map((token) => numbers.get(token) ?? unknown);
    known.set(word, tokens);
    return tokens;
  };
  const rows = cells.values.map((text) => basicWords(text ?? '', isLower).flatMap(tokensOf));
  return padTokens(rows, length, padding);
}

function joinPairs(word: string, ranks: ReadonlyMap<string, number>): readonly string[] {
  let tokens = Array.from(word);
  tokens.push(`${tokens.pop() ?? ''}</w>`);
  for (;;) {
    let best = Infinity;
    let place = -1;
    for (let index = 0; index + 1 < tokens.length; index += 1) {
      const rank = ranks.get(`${tokens[index] ?? ''} ${tokens[index + 1] ?? ''}`) ?? Infinity;
      if (rank < best) [best, place] = [rank, index];
    }
    if (place === -1) return tokens;
    const joined = `${tokens[place] ?? ''}${tokens[place + 1] ?? ''}`;
    tokens = [...tokens.slice(0, place), joined, ...tokens.slice(place + 2)];
  }
}
