import { readFileSync } from 'node:fs';

/** Boxes in a file of YOLO, a line `class x y width height` each, parts of the picture; of an outline the box around it. */
export function readYolo(file: string | null): string {
  if (file === null) return '';
  const boxes: string[] = [];
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [label = NaN, ...rest] = line.trim().split(/\s+/).map(Number);
    if (![label, ...rest].every(Number.isFinite) || rest.length < 4 || rest.length % 2 === 1) {
      throw new Error(`${file}: “${line}” is no box.`);
    }
    if (rest.length === 4) {
      boxes.push([label, ...rest].join(' '));
      continue;
    }
    const xs = rest.filter((_, index) => index % 2 === 0);
    const ys = rest.filter((_, index) => index % 2 === 1);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    boxes.push(
      [label, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top].join(' '),
    );
  }
  return boxes.join('\n');
}
