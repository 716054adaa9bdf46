import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

const seed = 42;

/**
 * Keeps rows of numbers: all while there are at most `most`, then a random sample of so many (Vitter's reservoir, by a
 * fixed seed). null: missing or infinite.
 */
export function gatherRows(most: number): {
  readonly add: (cells: Cells) => void;
  readonly result: () => readonly (readonly (number | null)[])[];
} {
  const rows: (number | null)[][] = [];
  const random = mulberry32(seed);
  let seen = 0;
  return {
    add: (cells) => {
      if (cells.type !== 'numbers') return;
      const size = cells.shape.reduce((product, length) => product * length, 1);
      for (let start = 0; start < cells.values.length; start += size) {
        seen += 1;
        const place = rows.length < most ? rows.length : Math.floor(random() * seen);
        if (place >= most) continue;
        rows[place] = Array.from(cells.values.subarray(start, start + size), (value) =>
          Number.isFinite(value) ? value : null,
        );
      }
    },
    result: () => rows,
  };
}
