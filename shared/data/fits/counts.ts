import type { Cells } from '#shared/data/arithmetic/cells.ts';

const mostDifferent = 1_000_000;

/** A value and how often it came. */
export interface Counted<Value extends string | number> {
  readonly value: Value;
  readonly count: number;
}

/** Counts values. */
export interface Counts<Value extends string | number> {
  readonly add: (cells: Cells) => void;
  /** Most frequent first; equally frequent ones ascending, texts by their code units. */
  readonly result: () => readonly Counted<Value>[];
}

/**
 * How often each text comes, the missing left out. `parts` gives the texts that count of each cell. Exact up to 1,000,000
 * different ones; a new one after those is not counted.
 */
export function countTexts(
  parts: (text: string) => readonly string[] = (text) => [text],
): Counts<string> {
  const counts = new Map<string, number>();
  return {
    add: (cells) => {
      if (cells.type !== 'texts') return;
      for (const text of cells.values) {
        if (text === null) continue;
        for (const part of parts(text)) count(counts, part);
      }
    },
    result: () => sorted(counts),
  };
}

/** How often each number comes, the missing and infinite left out. Exact up to 1,000,000 different ones. */
export function countNumbers(): Counts<number> {
  const counts = new Map<number, number>();
  return {
    add: (cells) => {
      if (cells.type !== 'numbers') return;
      for (const value of cells.values) if (Number.isFinite(value)) count(counts, value);
    },
    result: () => sorted(counts),
  };
}

function count<Value>(counts: Map<Value, number>, value: Value): void {
  const before = counts.get(value);
  if (before !== undefined) counts.set(value, before + 1);
  else if (counts.size < mostDifferent) counts.set(value, 1);
}

function sorted<Value extends string | number>(
  counts: ReadonlyMap<Value, number>,
): readonly Counted<Value>[] {
  return Array.from(counts, ([value, times]) => ({ value, count: times })).sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}
