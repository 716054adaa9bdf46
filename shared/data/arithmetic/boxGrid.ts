import { boxesIn } from './boxes.ts';
import type { Cells } from './cells.ts';

/**
 * Boxes on a grid over the picture, (size, size, 5 + classes): in the field where a box has its middle stand 1, the middle's place in the
 * field (x, y, 0 to 1), the box's width and height as parts of the picture, and a one at the place of its class. Of several boxes in one
 * field the largest counts. Other fields are zeros.
 */
export function boxGrid(cells: Cells, size: number, classes: number): Cells {
  if (cells.type !== 'texts') return cells;
  const depth = 5 + classes;
  const values = new Float32Array(cells.values.length * size * size * depth);
  cells.values.forEach((text, row) => {
    const areas = new Map<number, number>();
    for (const { label, x, y, width, height } of boxesIn(text)) {
      const column = Math.min(size - 1, Math.max(0, Math.floor(x * size)));
      const line = Math.min(size - 1, Math.max(0, Math.floor(y * size)));
      const field = line * size + column;
      if (width * height <= (areas.get(field) ?? 0)) continue;
      areas.set(field, width * height);
      const at = (row * size * size + field) * depth;
      values.fill(0, at, at + depth);
      values.set([1, x * size - column, y * size - line, width, height], at);
      if (Number.isInteger(label) && label >= 0 && label < classes) values[at + 5 + label] = 1;
    }
  });
  return { type: 'numbers', shape: [size, size, depth], values };
}
