import type { Cells } from './cells.ts';

/**
 * What is missing replaced by the same place's last known value in the rows before; before the first known value by that
 * one. Rows must be all there and in order. Pictures and recordings stay as they are.
 */
export function fillForward(cells: Cells): Cells {
  if (cells.type === 'texts') {
    let last = cells.values.find((text) => text !== null) ?? null;
    return { type: 'texts', values: cells.values.map((text) => (last = text ?? last)) };
  }
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  if (values instanceof Uint8Array || values instanceof Int32Array) return cells;
  const size = shape.reduce((product, length) => product * length, 1);
  const filled = values.slice();
  for (let place = 0; place < size; place += 1) {
    let last = NaN;
    for (let index = place; index < filled.length && Number.isNaN(last); index += size) {
      const value = filled[index] ?? NaN;
      if (Number.isFinite(value)) last = value;
    }
    for (let index = place; index < filled.length; index += size) {
      const value = filled[index] ?? NaN;
      if (Number.isFinite(value)) last = value;
      else filled[index] = last;
    }
  }
  return { type: 'numbers', shape, values: filled };
}
