import { PNG } from 'pngjs';
import type { NumberArray } from '#main/engine/data/source/table.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** True for bytes that begin as PNG pictures do. */
export function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
}

/**
 * Reads a picture as one example `(1, height, width, channels)` of bytes. One channel is its brightness (ITU-R BT.601),
 * three are red, green and blue, four have opacity too. Problem: `data.pngBroken`.
 */
export function parsePng(bytes: Uint8Array, channels: number, file: string): Result<NumberArray> {
  let picture: PNG;
  try {
    picture = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return refuse('data.pngBroken', { file }, { place: { file } });
  }
  const { width, height, data } = picture;
  const values = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red = 0, green = 0, blue = 0, opacity = 255] = data.subarray(pixel * 4, pixel * 4 + 4);
    const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    const cells = channels === 1 ? [grey] : [red, green, blue, opacity].slice(0, channels);
    values.set(cells, pixel * channels);
  }
  return ok({ shape: [1, height, width, channels], values });
}
