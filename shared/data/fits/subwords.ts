import type { Counted } from '#shared/data/fits/counts.ts';

/** Words that take part, the most frequent: rarer ones teach little and cost time. */
const mostWords = 200_000;
/** A pair that comes less often is not joined. */
const leastCount = 2;

/** How words are written as symbols, and what two symbols become together. */
export interface SymbolStyle {
  readonly symbolsOf: (word: string) => readonly string[];
  readonly joined: (left: string, right: string) => string;
}

/** Symbols by number in the order in which they came: first single characters, then what was joined. */
export interface Subwords {
  readonly symbols: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
}

interface Word {
  symbols: number[];
  readonly count: number;
}

/**
 * Learns subwords from counted words by joining the most frequent pair of neighbours again and again (Sennrich et al. 2016)
 * until there are `most` symbols; equally frequent pairs in the order of their symbols. Single characters come first, the
 * most frequent, and never take more than `most`.
 */
export function learnSubwords(
  counted: readonly Counted<string>[],
  style: SymbolStyle,
  most: number,
): Subwords {
  const taken = counted.slice(0, mostWords);
  const symbols = alphabetOf(taken, style).slice(0, most);
  const numbers = new Map(symbols.map((symbol, number) => [symbol, number]));
  const words: Word[] = taken.map(({ value, count }) => ({
    symbols: style.symbolsOf(value).map((symbol) => numbers.get(symbol) ?? -1),
    count,
  }));
  const pairs = new PairCounts();
  for (const [place, word] of words.entries()) pairs.note(word.symbols, word.count, place);
  pairs.settle();
  const merges: (readonly [string, string])[] = [];
  while (symbols.length < most) {
    const pair = pairs.best();
    if (pair === null) break;
    const { left, right } = pair;
    const joined = style.joined(symbols[left] ?? '', symbols[right] ?? '');
    const number = numbers.get(joined) ?? symbols.length;
    if (number === symbols.length) {
      symbols.push(joined);
      numbers.set(joined, number);
    }
    merges.push([symbols[left] ?? '', symbols[right] ?? '']);
    for (const place of pairs.wordsOf(left, right)) {
      const word = words[place];
      if (word === undefined) continue;
      pairs.note(word.symbols, -word.count, place);
      word.symbols = joinIn(word.symbols, left, right, number);
      pairs.note(word.symbols, word.count, place);
    }
    pairs.settle();
    pairs.remove(left, right);
  }
  return { symbols, merges };
}

function alphabetOf(counted: readonly Counted<string>[], style: SymbolStyle): string[] {
  const counts = new Map<string, number>();
  for (const { value, count } of counted) {
    for (const symbol of style.symbolsOf(value)) {
      counts.set(symbol, (counts.get(symbol) ?? 0) + count);
    }
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([symbol]) => symbol);
}

function joinIn(symbols: readonly number[], left: number, right: number, number: number): number[] {
  const joined: number[] = [];
  for (let index = 0; index < symbols.length; index += 1) {
    if (symbols[index] === left && symbols[index + 1] === right) {
      joined.push(number);
      index += 1;
    } else {
      joined.push(symbols[index] ?? -1);
    }
  }
  return joined;
}

interface Pair {
  readonly left: number;
  readonly right: number;
  count: number;
  readonly words: Set<number>;
}

interface Entry {
  readonly key: number;
  readonly count: number;
}

/** Counts of pairs, with a heap whose entries may be out of date: such ones are put back when they come up. */
class PairCounts {
  readonly #pairs = new Map<number, Pair>();
  readonly #heap: Entry[] = [];
  readonly #changes = new Map<number, number>();

  /** Counts the pairs of a word, or takes them away again (`count` negative); it holds once it is settled. */
  note(symbols: readonly number[], count: number, word: number): void {
    for (let index = 0; index + 1 < symbols.length; index += 1) {
      const [left = -1, right = -1] = [symbols[index], symbols[index + 1]];
      if (left < 0 || right < 0) continue;
      const key = keyOf(left, right);
      let pair = this.#pairs.get(key);
      if (pair === undefined) {
        pair = { left, right, count: 0, words: new Set<number>() };
        this.#pairs.set(key, pair);
      }
      if (count > 0) pair.words.add(word);
      this.#changes.set(key, (this.#changes.get(key) ?? 0) + count);
    }
  }

  settle(): void {
    for (const [key, change] of this.#changes) {
      const pair = this.#pairs.get(key);
      if (pair === undefined || change === 0) continue;
      pair.count += change;
      if (change > 0 && pair.count >= leastCount) this.#push(key, pair.count);
    }
    this.#changes.clear();
  }

  wordsOf(left: number, right: number): readonly number[] {
    return [...(this.#pairs.get(keyOf(left, right))?.words ?? [])];
  }

  remove(left: number, right: number): void {
    this.#pairs.delete(keyOf(left, right));
  }

  /** The most frequent pair; null: none comes often enough. */
  best(): Pair | null {
    for (;;) {
      const top = this.#pop();
      if (top === null || top.count < leastCount) return null;
      const pair = this.#pairs.get(top.key);
      if (pair?.count === top.count) return pair;
      if (pair !== undefined && pair.count < top.count) this.#push(top.key, pair.count);
    }
  }

  #push(key: number, count: number): void {
    let at = this.#heap.push({ key, count }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #pop(): Entry | null {
    const heap = this.#heap;
    const [top] = heap;
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    heap[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const first = this.#isBefore(left + 1, left) ? left + 1 : left;
      if (!this.#isBefore(first, at)) return top;
      this.#swap(at, first);
      at = first;
    }
  }

  /** More frequent pairs first, equally frequent ones by their symbols. */
  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined)
      return second === undefined && first !== undefined;
    return first.count > second.count || (first.count === second.count && first.key < second.key);
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

/** Symbols are fewer than 2²⁶. */
function keyOf(left: number, right: number): number {
  return left * 2 ** 26 + right;
}
