import type { Cells } from './cells.ts';
import { changePictures } from './changePictures.ts';

/** The middle of pictures, `height` × `width` pixels; zeros (black) around pictures that are smaller. Other cells stay as they are. */
export function crop(cells: Cells, height: number, width: number): Cells {
  return changePictures(cells, (picture) => {
    const { channels } = picture;
    const top = Math.floor((picture.height - height) / 2);
    const left = Math.floor((picture.width - width) / 2);
    const size = height * width * channels;
    const values =
      picture.values instanceof Uint8Array ? new Uint8Array(size) : new Float32Array(size);
    const from = Math.max(0, left);
    const to = Math.min(picture.width, left + width);
    for (let row = Math.max(0, top); row < Math.min(picture.height, top + height); row += 1) {
      const line = row * picture.width;
      const kept = picture.values.subarray((line + from) * channels, (line + to) * channels);
      values.set(kept, ((row - top) * width + from - left) * channels);
    }
    return { height, width, channels, values };
  });
}
