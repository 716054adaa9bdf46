import type { Cells, Picture } from './cells.ts';
import { changePictures } from './changePictures.ts';
import type { AxisWeights } from './weighAxes.ts';
import { likeBefore, weighAxes } from './weighAxes.ts';

/**
 * Every pixel replaced by one of the square of pixels at most `radius` away, channel by channel: their `mean`, their
 * `median`, or their mean with `gaussian` weights of the deviation `radius` / 2. At the borders there are fewer of them.
 * Bytes stay bytes. Other cells stay as they are.
 */
export function filterPicture(
  cells: Cells,
  method: 'mean' | 'median' | 'gaussian',
  radius: number,
): Cells {
  return changePictures(cells, (picture) =>
    method === 'median'
      ? median(picture, radius)
      : weighAxes(
          picture,
          weightsOf(picture.height, method, radius),
          weightsOf(picture.width, method, radius),
        ),
  );
}

function weightsOf(
  length: number,
  method: 'mean' | 'gaussian',
  radius: number,
): readonly AxisWeights[] {
  return Array.from({ length }, (_value, at) => {
    const first = Math.max(0, at - radius);
    const last = Math.min(length - 1, at + radius);
    const weights = Array.from({ length: last - first + 1 }, (_weight, place) =>
      method === 'mean' ? 1 : Math.exp(-2 * ((first + place - at) / radius) ** 2),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: weights.map((weight) => weight / total) };
  });
}

function median({ height, width, channels, values }: Picture, radius: number): Picture {
  const result = new Float64Array(values.length);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const around: number[] = [];
        for (let y = Math.max(0, row - radius); y <= Math.min(height - 1, row + radius); y += 1) {
          for (
            let x = Math.max(0, column - radius);
            x <= Math.min(width - 1, column + radius);
            x += 1
          ) {
            around.push(values[(y * width + x) * channels + channel] ?? 0);
          }
        }
        around.sort((a, b) => a - b);
        const middle = around.length >> 1;
        const high = around[middle] ?? 0;
        result[(row * width + column) * channels + channel] =
          around.length % 2 === 1 ? high : ((around[middle - 1] ?? 0) + high) / 2;
      }
    }
  }
  return { height, width, channels, values: likeBefore(values, result) };
}
