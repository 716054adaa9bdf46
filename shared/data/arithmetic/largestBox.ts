import { boxesIn } from './boxes.ts';
import type { Cells } from './cells.ts';

/** Middle and size (x, y, width, height) of each picture's largest box, the first of equal ones; zeros where there is none. */
export function largestBox(cells: Cells): Cells {
  if (cells.type !== 'texts') return cells;
  const values = new Float32Array(cells.values.length * 4);
  cells.values.forEach((text, row) => {
    let largest = 0;
    for (const { x, y, width, height } of boxesIn(text)) {
      if (width * height <= largest) continue;
      largest = width * height;
      values.set([x, y, width, height], row * 4);
    }
  });
  return { type: 'numbers', shape: [4], values };
}
