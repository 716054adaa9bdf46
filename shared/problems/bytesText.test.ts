import { expect, test } from 'vitest';
import { bytesText } from '#shared/problems/bytesText.ts';

test.each([
  [0, '0 B'],
  [850, '850 B'],
  [999.6, '1 kB'],
  [12_345, '12.3 kB'],
  [364_500, '365 kB'],
  [999_600, '1 MB'],
  [1_000_000, '1 MB'],
  [273_800_000, '274 MB'],
  [3_400_000_000, '3.4 GB'],
  [100 * 2 ** 30, '107 GB'],
  [5e16, '50000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
