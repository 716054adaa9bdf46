import { expect, test } from 'vitest';
import { relativeSource } from '#shared/data/relativeSource.ts';

test.each([
  ['/data/a/images.idx', '/data', 'a/images.idx'],
  ['/data/a/images.idx', '/data/a', 'images.idx'],
  ['/data2/images.idx', '/data', '/data2/images.idx'],
  ['C:\\data\\a b\\图像.idx', 'C:\\data', 'a b/图像.idx'],
  ['', '/data', ''],
])('%s from %s is %s', (path, folder, expected) => {
  const source = { kind: 'idx', params: { images: path, classes: 10 } };
  expect(relativeSource(source, folder)?.params).toEqual({ images: expected, classes: 10 });
});
