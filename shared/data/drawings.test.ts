import { expect, test } from 'vitest';
import { readBase64, writeBase64 } from '#shared/data/base64.ts';
import { drawingLimit, drawnClasses, readDrawings, writeDrawings } from '#shared/data/drawings.ts';

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foobar', 'Zm9vYmFy'],
  ['ÿþ', 'w7/Dvg=='],
])('base64 of %j (RFC 4648, section 10)', (text, base64) => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
  expect(writeBase64(bytes)).toBe(base64);
  expect(readBase64(base64)).toEqual(bytes);
});

test.each(['a', 'ab=c', 'ab c', '===='])('%j is no base64', (text) => {
  expect(readBase64(text)).toBeNull();
});

test('drawings come back in 16 grays', () => {
  const pixels = Uint8Array.from({ length: 784 }, (_, index) => index % 256);
  const params = writeDrawings([{ label: ' a\nb ', pixels }]);
  const [drawing] = readDrawings(params) ?? [];
  expect(params.labels).toBe('a b');
  expect(params.bitmaps).toHaveLength(524);
  expect(drawing?.label).toBe('a b');
  const farthest = Math.max(
    ...pixels.map((pixel, index) => Math.abs(pixel - (drawing?.pixels[index] ?? 0))),
  );
  expect(farthest).toBeLessThanOrEqual(8);
});

test('no drawings, too many, and classes in order', () => {
  expect(readDrawings(writeDrawings([]))).toEqual([]);
  const pixels = new Uint8Array(784);
  const many = Array.from({ length: drawingLimit + 5 }, () => ({ label: 'x', pixels }));
  expect(readDrawings(writeDrawings(many))).toHaveLength(drawingLimit);
  expect(drawnClasses('b\na\nb')).toEqual(['a', 'b']);
  expect(readDrawings({ bitmaps: 'AAAA', labels: 'x' })).toBeNull();
});
