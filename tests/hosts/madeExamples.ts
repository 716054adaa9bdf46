import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/** The same numbers in every run. */
export const random = mulberry32(5);

/** About the bell curve: the sum of uniform numbers. */
export const bell = (): number => 1.7 * (random() + random() + random() + random() - 2);
export const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
  values[Math.floor(values.length * random())] ?? values[0];
export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Bytes of a picture: stripes that lie, stripes that stand, or one colour, in colours by chance; channels last. */
export function pictureBytes(side: number, what: number): Uint8Array {
  const colours = times(3, () => 60 + 190 * random());
  const phase = Math.floor(4 * random());
  return Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    const [row, column] = [Math.floor(at / (3 * side)), Math.floor(at / 3) % side];
    const along = what === 0 ? row : column;
    const isDark = what < 2 && (along + phase) % 4 < 2;
    return Math.round((isDark ? 0.15 : 1) * (colours[at % 3] ?? 0));
  });
}

/** Gray pictures of 12 by 12: a bright bar at the top, the left or nowhere. */
export function grayPictures(count: number): {
  readonly values: Uint8Array;
  readonly labels: Uint8Array;
} {
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 3);
  const values = Uint8Array.from({ length: 144 * count }, (_, at) => {
    const [row, column] = [Math.floor((at % 144) / 12), at % 12];
    const along = [row, column, 12][at / 144 < count ? (labels[Math.floor(at / 144)] ?? 2) : 2];
    return (along !== undefined && along < 4 ? 180 : 20) + 40 * random();
  });
  return { values, labels };
}

/** Pictures of CIFAR-10, planes one after the other: classes 1, 4 and 7 by the brightest colour. */
export function cifarBatch(count: number): {
  readonly labels: number[];
  readonly pictures: Uint8Array;
} {
  const labels = times(count, (index) => [1, 4, 7][index % 3] ?? 1);
  const pictures = Uint8Array.from({ length: 3072 * count }, (_, at) => {
    const plane = Math.floor((at % 3072) / 1024);
    const isBright = labels[Math.floor(at / 3072)] === [1, 4, 7][plane];
    return (isBright ? 150 : 60) + 60 * random();
  });
  return { labels, pictures };
}
