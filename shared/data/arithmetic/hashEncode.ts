import type { Cells } from './cells.ts';

/**
 * The bucket of each text, 0 … buckets − 1: the 32-bit FNV-1a hash of its UTF-8 bytes, mixed by MurmurHash3's finalizer,
 * modulo `buckets`. The same text has the same bucket on every machine; what is missing counts as the empty text. Other
 * cells stay as they are.
 */
export function hashEncode(cells: Cells, buckets: number): Cells {
  if (cells.type !== 'texts') return cells;
  const values = Int32Array.from(cells.values, (text) => hashOf(text ?? '') % buckets);
  return { type: 'numbers', shape: [], values };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    for (const byte of bytesOf(character.codePointAt(0) ?? 0)) {
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bytesOf(code: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}
