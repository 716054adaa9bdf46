import { readBytes } from '#main/engine/data/files/readBytes.ts';
import type { NumberArray, Values } from '#main/engine/data/source/table.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

interface IdxType {
  readonly bytes: number;
  readonly read: (view: DataView, offset: number, count: number) => Values;
}

function decode<Target extends Values>(
  target: Target,
  bytes: number,
  read: (offset: number) => number,
): Target {
  for (let i = 0; i < target.length; i++) target[i] = read(i * bytes);
  return target;
}

/** Types of an IDX file by the third byte of its head; numbers are big-endian. */
const types: ReadonlyMap<number, IdxType> = new Map<number, IdxType>([
  [
    0x08,
    {
      bytes: 1,
      read: (view, offset, count) =>
        new Uint8Array(view.buffer, view.byteOffset + offset, count).slice(),
    },
  ],
  [
    0x09,
    {
      bytes: 1,
      read: (view, offset, count) =>
        decode(new Int32Array(count), 1, (i) => view.getInt8(offset + i)),
    },
  ],
  [
    0x0b,
    {
      bytes: 2,
      read: (view, offset, count) =>
        decode(new Int32Array(count), 2, (i) => view.getInt16(offset + i)),
    },
  ],
  [
    0x0c,
    {
      bytes: 4,
      read: (view, offset, count) =>
        decode(new Int32Array(count), 4, (i) => view.getInt32(offset + i)),
    },
  ],
  [
    0x0d,
    {
      bytes: 4,
      read: (view, offset, count) =>
        decode(new Float32Array(count), 4, (i) => view.getFloat32(offset + i)),
    },
  ],
  [
    0x0e,
    {
      bytes: 8,
      read: (view, offset, count) =>
        decode(new Float32Array(count), 8, (i) => view.getFloat64(offset + i)),
    },
  ],
]);

/**
 * Reads IDX, the format of MNIST: two zero bytes, a type, the number of axes, their sizes, the numbers.
 * http://yann.lecun.com/exdb/mnist. Problems: `data.notIdx`, `data.cutShort`.
 */
export function parseIdx(bytes: Uint8Array, file: string): Result<NumberArray> {
  const place = { place: { file } };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = bytes.length < 4 ? undefined : types.get(view.getUint8(2));
  const rank = bytes.length < 4 ? 0 : view.getUint8(3);
  if (type === undefined || view.getUint16(0) !== 0 || rank === 0) {
    return refuse('data.notIdx', { file }, place);
  }
  const head = 4 + 4 * rank;
  if (bytes.length < head) {
    return refuse('data.cutShort', { file, expected: head, actual: bytes.length }, place);
  }
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, size) => product * size, 1);
  const expected = head + count * type.bytes;
  if (bytes.length < expected) {
    return refuse('data.cutShort', { file, expected, actual: bytes.length }, place);
  }
  return ok({ shape, values: type.read(view, head, count) });
}

/** Reads an IDX file, gzipped or not. */
export async function readIdx(file: string): Promise<Result<NumberArray>> {
  const bytes = await readBytes(file);
  return bytes.ok ? parseIdx(bytes.value, file) : bytes;
}
