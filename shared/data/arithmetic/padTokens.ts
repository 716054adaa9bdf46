import type { NumberCells } from './cells.ts';

/** Rows of token numbers cut to their first `length`, shorter ones filled with 0, at their `end` or `start`. */
export function padTokens(
  rows: readonly (readonly number[])[],
  length: number,
  padding: 'end' | 'start',
): NumberCells {
  const values = new Int32Array(rows.length * length);
  for (const [row, tokens] of rows.entries()) {
    const kept = tokens.slice(0, length);
    const first = padding === 'end' ? 0 : length - kept.length;
    values.set(kept, row * length + first);
  }
  return { type: 'numbers', shape: [length], values };
}
