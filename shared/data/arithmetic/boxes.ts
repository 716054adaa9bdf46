/** One object in a picture: number of its class, middle and size as parts of the picture's width and height. */
export interface Box {
  readonly label: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes as they are written: one a line, `class x y width height`, as YOLO writes them. What is no box is passed over. */
export function boxesIn(text: string | null): readonly Box[] {
  const boxes: Box[] = [];
  for (const line of (text ?? '').split('\n')) {
    const numbers = line
      .split(' ')
      .filter((word) => word !== '')
      .map(Number);
    const [label = NaN, x = NaN, y = NaN, width = NaN, height = NaN] = numbers;
    if (numbers.length !== 5 || !numbers.every(Number.isFinite)) continue;
    boxes.push({ label, x, y, width, height });
  }
  return boxes;
}
