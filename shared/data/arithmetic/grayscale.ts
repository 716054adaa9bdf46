import type { Cells } from './cells.ts';
import { changePictures } from './changePictures.ts';
import { likeBefore } from './weighAxes.ts';

/** Pictures in one channel: 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). Bytes stay bytes. Other cells stay as they are. */
export function grayscale(cells: Cells): Cells {
  return changePictures(cells, (picture) => {
    const { height, width, channels, values } = picture;
    const gray = Float64Array.from({ length: height * width }, (_value, pixel) => {
      const [red = 0, green = 0, blue = 0] = values.subarray(
        pixel * channels,
        pixel * channels + 3,
      );
      return channels < 3 ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
    });
    return { height, width, channels: 1, values: likeBefore(values, gray) };
  });
}
