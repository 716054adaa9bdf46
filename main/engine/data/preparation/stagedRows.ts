import type { CellsByName, Chunk, Rows } from '#main/engine/data/readers/reader.ts';
import { takeRange } from '#main/engine/data/source/takeCells.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';

/** Rows of a piece of what is in memory. */
const pieceRows = 4096;

/** The rows of a part of a source after the steps that look at all of its rows. */
export interface StagedRows {
  readonly source: Rows;
  /** Rows that stay, ascending; null: all. */
  readonly kept: Uint32Array | null;
  /** Features whose first steps are made already, all rows of each. */
  readonly wholes: ReadonlyMap<string, Cells>;
  /** By feature, the place in the recipe up to which its steps are made; absent: none. */
  readonly done: ReadonlyMap<string, number>;
}

/** Rows that no step has looked at. */
export function unstaged(source: Rows): StagedRows {
  return { source, kept: null, wholes: new Map(), done: new Map() };
}

/** All rows in order, a piece at a time; rows that do not stay are among them. */
export async function* streamStaged(
  { source, wholes }: StagedRows,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Chunk> {
  const read = names.filter((name) => !wholes.has(name));
  const own = names.filter((name) => wholes.has(name));
  const withOwn = ({ from, count, cells }: Chunk): Chunk => {
    if (own.length === 0) return { from, count, cells };
    const all: Record<string, Cells> = { ...cells };
    for (const name of own) {
      const whole = wholes.get(name);
      if (whole !== undefined) all[name] = takeRange(whole, from, from + count);
    }
    return { from, count, cells: all satisfies CellsByName };
  };
  if (read.length > 0) {
    for await (const chunk of source.stream(read)) {
      signal.throwIfAborted();
      yield withOwn(chunk);
    }
    return;
  }
  for (let from = 0; from < source.count; from += pieceRows) {
    signal.throwIfAborted();
    yield withOwn({ from, count: Math.min(pieceRows, source.count - from), cells: {} });
  }
}
