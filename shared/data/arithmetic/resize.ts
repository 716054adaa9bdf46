import type { Cells } from './cells.ts';
import { changePictures } from './changePictures.ts';
import type { AxisWeights } from './weighAxes.ts';
import { weighAxes } from './weighAxes.ts';

/**
 * Pictures of `height` × `width` pixels: `smooth` by a triangle filter that grows with the reduction (as Pillow's bilinear),
 * `nearest` by the pixel in the middle. `stretch` takes all of a picture, `crop` as much of its middle as has the wanted
 * proportions, `pad` all of it in its own proportions with zeros (black) around. Bytes stay bytes. Other cells stay as they
 * are.
 */
export function resize(
  cells: Cells,
  height: number,
  width: number,
  fit: 'stretch' | 'crop' | 'pad',
  method: 'smooth' | 'nearest',
): Cells {
  return changePictures(cells, (picture) => {
    const across = spanOf(picture.width, (picture.height * width) / height, fit);
    const down = spanOf(picture.height, (picture.width * height) / width, fit);
    const weigh = (span: Span, size: number, all: number) => {
      const filled = fit === 'pad' ? filledOf(size, all) : size;
      return padded(methods[method](span, filled), size);
    };
    return weighAxes(
      picture,
      weigh(down, height, (picture.height * width) / picture.width),
      weigh(across, width, (picture.width * height) / picture.height),
    );
  });
}

/** How much of an axis a whole picture fills; `all`: what it would, were there room. */
function filledOf(size: number, all: number): number {
  return Math.max(1, Math.min(size, Math.floor(all + 0.5)));
}

/** Nothing before and after. */
function padded(weights: readonly AxisWeights[], size: number): readonly AxisWeights[] {
  const before = Math.floor((size - weights.length) / 2);
  const empty = { first: 0, weights: [] };
  return Array.from({ length: size }, (_value, at) => weights[at - before] ?? empty);
}

/** Part of an axis. */
interface Span {
  readonly first: number;
  readonly length: number;
}

/** How much of an axis is taken, its middle; `wanted`: what would have the proportions. */
function spanOf(length: number, wanted: number, fit: 'stretch' | 'crop' | 'pad'): Span {
  if (fit !== 'crop') return { first: 0, length };
  const taken = Math.max(1, Math.min(length, Math.floor(wanted + 0.5)));
  return { first: Math.floor((length - taken) / 2), length: taken };
}

const methods = {
  smooth: ({ first, length }: Span, size: number): readonly AxisWeights[] => {
    const scale = length / size;
    const reach = Math.max(1, scale);
    return Array.from({ length: size }, (_value, at) => {
      const middle = (at + 0.5) * scale;
      const from = Math.max(0, Math.floor(middle - reach));
      const to = Math.min(length, Math.ceil(middle + reach));
      const weights = Array.from({ length: to - from }, (_weight, place) =>
        Math.max(0, 1 - Math.abs(from + place + 0.5 - middle) / reach),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return { first: first + from, weights: weights.map((weight) => weight / total) };
    });
  },
  nearest: ({ first, length }: Span, size: number): readonly AxisWeights[] =>
    Array.from({ length: size }, (_value, at) => ({
      first: first + Math.floor(((2 * at + 1) * length) / (2 * size)),
      weights: [1],
    })),
};
