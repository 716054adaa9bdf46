/** Pixels of a bitmap: red, green, blue, row after row from the top. */
export interface BitmapPixels {
  readonly height: number;
  readonly width: number;
  readonly values: Uint8Array;
}

/**
 * Reads Windows bitmaps that are not compressed, of 1, 4, 8, 24 and 32 bits a pixel (the decoding library does not).
 * null: cut short, or of a kind that is not read. `limit` is the largest number of pixels.
 * https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 */
export function readBitmap(bytes: Uint8Array, limit: number): BitmapPixels | null {
  if (bytes.length < 54) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint32(10, true);
  const headBytes = view.getUint32(14, true);
  if (headBytes < 40) return null;
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  const isPlain = compression === 0 || (compression === 3 && bits === 32);
  if (!isPlain || ![1, 4, 8, 24, 32].includes(bits)) return null;
  if (width <= 0 || height === 0 || width * height > limit) return null;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (start + rowBytes * height > bytes.length) return null;
  const palette = 14 + headBytes;
  const values = new Uint8Array(height * width * 3);
  const copy = (from: number, to: number) => {
    values[to] = bytes[from + 2] ?? 0;
    values[to + 1] = bytes[from + 1] ?? 0;
    values[to + 2] = bytes[from] ?? 0;
  };
  for (let row = 0; row < height; row++) {
    const line = start + rowBytes * (signedHeight < 0 ? row : height - 1 - row);
    for (let column = 0; column < width; column++) {
      const to = (row * width + column) * 3;
      if (bits >= 24) {
        copy(line + column * (bits / 8), to);
        continue;
      }
      const bit = column * bits;
      const byte = bytes[line + (bit >> 3)] ?? 0;
      const index = (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
      copy(palette + index * 4, to);
    }
  }
  return { height, width, values };
}
