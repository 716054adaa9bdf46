import { describe, expect, test } from 'vitest';
import type { Cells, Picture } from '#shared/data/arithmetic/cells.ts';
import { crop } from '#shared/data/arithmetic/crop.ts';
import { filterPicture } from '#shared/data/arithmetic/filterPicture.ts';
import { grayscale } from '#shared/data/arithmetic/grayscale.ts';
import { resize } from '#shared/data/arithmetic/resize.ts';

const picture = (height: number, width: number, ...values: number[]): Picture => ({
  height,
  width,
  channels: values.length / height / width,
  values: Uint8Array.from(values),
});
const pictures = (...values: (Picture | null)[]): Cells => ({ type: 'pictures', values });
const two = picture(2, 2, 0, 10, 20, 31);
const wide = picture(1, 4, 1, 2, 3, 4);

describe('pictures', () => {
  test.each<[string, Cells, Picture | null]>([
    [
      'halves are rounded up',
      resize(pictures(two), 1, 2, 'stretch', 'smooth'),
      picture(1, 2, 10, 21),
    ],
    [
      'made larger',
      resize(pictures(picture(1, 2, 0, 100)), 1, 4, 'stretch', 'smooth'),
      picture(1, 4, 0, 25, 75, 100),
    ],
    ['nearest', resize(pictures(wide), 2, 2, 'stretch', 'nearest'), picture(2, 2, 2, 4, 2, 4)],
    ['middle', resize(pictures(wide), 1, 1, 'crop', 'nearest'), picture(1, 1, 2)],
    [
      'whole with black around',
      resize(pictures(wide), 4, 2, 'pad', 'nearest'),
      picture(4, 2, 0, 0, 2, 4, 0, 0, 0, 0),
    ],
    ['same size', resize(pictures(two), 2, 2, 'crop', 'smooth'), two],
    ['cut', crop(pictures(picture(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9)), 1, 1), picture(1, 1, 5)],
    ['border', crop(pictures(picture(1, 1, 9)), 3, 1), picture(3, 1, 0, 9, 0)],
    ['gray', grayscale(pictures(picture(1, 2, 255, 0, 0, 10, 20, 30))), picture(1, 2, 76, 18)],
    ['gray already', grayscale(pictures(two)), two],
    [
      'mean',
      filterPicture(pictures(picture(1, 3, 0, 30, 60)), 'mean', 1),
      picture(1, 3, 15, 30, 45),
    ],
    [
      'median',
      filterPicture(pictures(picture(1, 3, 0, 255, 4)), 'median', 1),
      picture(1, 3, 128, 4, 130),
    ],
    ['missing', resize(pictures(null), 2, 2, 'stretch', 'smooth'), null],
  ])('%s', (_name, cells, expected) => {
    expect(cells).toEqual(pictures(expected));
  });

  test('pictures of one size are numbers and stay so', () => {
    const cells: Cells = {
      type: 'numbers',
      shape: [1, 2, 1],
      values: Float32Array.of(0, 1, 0.5, 1),
    };
    expect(resize(cells, 1, 1, 'stretch', 'smooth')).toEqual({
      type: 'numbers',
      shape: [1, 1, 1],
      values: Float32Array.of(0.5, 0.75),
    });
    expect(grayscale({ ...cells, values: new Uint8Array(0) })).toEqual({
      type: 'numbers',
      shape: [1, 2, 1],
      values: new Uint8Array(0),
    });
  });
});
