import type { Cells, Picture } from './cells.ts';

/**
 * Each picture changed; what is missing stays missing. Numbers of the shape (height, width, channels) are pictures of one
 * size, and so are those that they become. Other cells stay as they are.
 */
export function changePictures(cells: Cells, change: (picture: Picture) => Picture): Cells {
  if (cells.type === 'pictures') {
    return { type: 'pictures', values: cells.values.map((picture) => picture && change(picture)) };
  }
  if (cells.type !== 'numbers' || cells.shape.length !== 3) return cells;
  const [height = 1, width = 1, channels = 1] = cells.shape;
  const all = cells.values instanceof Uint8Array ? cells.values : Float32Array.from(cells.values);
  const size = height * width * channels;
  const pictureAt = (values: Picture['values']): Picture =>
    change({ height, width, channels, values });
  const model = pictureAt(
    all instanceof Uint8Array ? new Uint8Array(size) : new Float32Array(size),
  );
  const after = model.values.length;
  const count = all.length / size;
  const values =
    model.values instanceof Uint8Array
      ? new Uint8Array(count * after)
      : new Float32Array(count * after);
  for (let row = 0; row < count; row += 1) {
    values.set(pictureAt(all.subarray(row * size, (row + 1) * size)).values, row * after);
  }
  return { type: 'numbers', shape: [model.height, model.width, model.channels], values };
}
