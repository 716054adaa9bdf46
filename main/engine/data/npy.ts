import type { NumberArray, Values } from '#main/engine/data/table.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

type Read = (view: DataView, offset: number, isLittle: boolean) => number;

interface NpyType {
  readonly bytes: number;
  readonly make: (count: number) => Values;
  readonly read: Read;
}

const bytes8 = (count: number): Values => new Uint8Array(count);
const whole = (count: number): Values => new Int32Array(count);
const real = (count: number): Values => new Float32Array(count);

/** numpy's types by their short names; 64-bit numbers are narrowed to the 32 bits that tensors have. */
const types: ReadonlyMap<string, NpyType> = new Map<string, NpyType>([
  ['b1', { bytes: 1, make: bytes8, read: (view, at) => view.getUint8(at) }],
  ['u1', { bytes: 1, make: bytes8, read: (view, at) => view.getUint8(at) }],
  ['i1', { bytes: 1, make: whole, read: (view, at) => view.getInt8(at) }],
  ['i2', { bytes: 2, make: whole, read: (view, at, little) => view.getInt16(at, little) }],
  ['u2', { bytes: 2, make: whole, read: (view, at, little) => view.getUint16(at, little) }],
  ['i4', { bytes: 4, make: whole, read: (view, at, little) => view.getInt32(at, little) }],
  ['u4', { bytes: 4, make: real, read: (view, at, little) => view.getUint32(at, little) }],
  ['i8', { bytes: 8, make: whole, read: (view, at, l) => Number(view.getBigInt64(at, l)) }],
  ['u8', { bytes: 8, make: whole, read: (view, at, l) => Number(view.getBigUint64(at, l)) }],
  ['f4', { bytes: 4, make: real, read: (view, at, little) => view.getFloat32(at, little) }],
  ['f8', { bytes: 8, make: real, read: (view, at, little) => view.getFloat64(at, little) }],
]);

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** True for bytes that begin as numpy's .npy files do. */
export function isNpy(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/**
 * Reads numpy's .npy, versions 1 to 3. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * Problems: `data.notNpy`, `data.npyType`, `data.npyFortran`, `data.cutShort`.
 */
export function parseNpy(bytes: Uint8Array, file: string): Result<NumberArray> {
  const place = { place: { file } };
  if (!isNpy(bytes) || bytes.length < 12) return refuse('data.notNpy', { file }, place);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isFirst = view.getUint8(6) === 1;
  const headStart = isFirst ? 10 : 12;
  const start = headStart + (isFirst ? view.getUint16(8, true) : view.getUint32(8, true));
  const head = new TextDecoder().decode(bytes.subarray(headStart, start));
  const descr = /'descr':\s*'([<>|=]?)(\w+)'/.exec(head);
  const sizes = /'shape':\s*\(([^)]*)\)/.exec(head)?.[1];
  if (descr === null || sizes === undefined) return refuse('data.notNpy', { file }, place);
  const type = types.get(descr[2] ?? '');
  if (type === undefined) {
    return refuse('data.npyType', { file, type: descr[2] ?? '' }, place);
  }
  if (/'fortran_order':\s*True/.test(head)) return refuse('data.npyFortran', { file }, place);
  const shape = sizes
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
  if (!shape.every((size) => Number.isInteger(size) && size >= 0)) {
    return refuse('data.notNpy', { file }, place);
  }
  const count = shape.reduce((product, size) => product * size, 1);
  const expected = start + count * type.bytes;
  if (bytes.length < expected) {
    return refuse('data.cutShort', { file, expected, actual: bytes.length }, place);
  }
  const values = type.make(count);
  const isLittle = descr[1] !== '>';
  for (let i = 0; i < count; i++) {
    values[i] = type.read(view, start + i * type.bytes, isLittle);
  }
  return ok({ shape, values });
}
