import type { NumberArray, Values } from '#main/engine/data/source/table.ts';
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

/** What the head of a .npy file says. */
export interface NpyHead {
  readonly shape: readonly number[];
  /** numpy's short name of the type, without its byte order: `f4`, `U10`. */
  readonly type: string;
  readonly isLittle: boolean;
  /** Where the numbers begin. */
  readonly start: number;
  /** Bytes of one. */
  readonly itemBytes: number;
}

/**
 * Reads the head of numpy's .npy, versions 1 to 3. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * Types are those of numbers, and texts of a fixed length. Problems: `data.notNpy`, `data.npyType`, `data.npyFortran`.
 */
export function parseNpyHead(bytes: Uint8Array, file: string): Result<NpyHead> {
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
  const type = descr[2] ?? '';
  const itemBytes = types.get(type)?.bytes ?? textBytes(type);
  if (itemBytes === null) return refuse('data.npyType', { file, type }, place);
  const shape = sizes
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
  if (!shape.every((size) => Number.isInteger(size) && size >= 0)) {
    return refuse('data.notNpy', { file }, place);
  }
  if (/'fortran_order':\s*True/.test(head) && shape.filter((size) => size > 1).length > 1) {
    return refuse('data.npyFortran', { file }, place);
  }
  return ok({ shape, type, isLittle: descr[1] !== '>', start, itemBytes });
}

/** Bytes of a text of a fixed length: `S10` one a character, `U10` four; null: no text. */
function textBytes(type: string): number | null {
  const found = /^([SU])(\d+)$/.exec(type);
  if (found === null || found[2] === '0') return null;
  return Number(found[2]) * (found[1] === 'U' ? 4 : 1);
}

/** True where the array holds texts. */
export function isTextArray({ type }: NpyHead): boolean {
  return textBytes(type) !== null;
}

/** Numbers of an array out of the bytes that hold them, as many as there are. */
export function npyNumbers({ type, isLittle, itemBytes }: NpyHead, bytes: Uint8Array): Values {
  const known = types.get(type);
  if (known === undefined) throw new Error(`${type} is no type of numbers.`);
  const values = known.make(Math.floor(bytes.length / itemBytes));
  if (isPlain(type, isLittle)) {
    new Uint8Array(values.buffer).set(bytes.subarray(0, values.byteLength));
    return values;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < values.length; i++) values[i] = known.read(view, i * itemBytes, isLittle);
  return values;
}

/** Types whose bytes are those of the array in memory. */
function isPlain(type: string, isLittle: boolean): boolean {
  if (type === 'u1' || type === 'b1') return true;
  return isLittle && isLittleMachine && (type === 'f4' || type === 'i4');
}

const isLittleMachine = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Texts of an array out of the bytes that hold them; zeros at their ends are no part of them. */
export function npyTexts({ type, isLittle, itemBytes }: NpyHead, bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / itemBytes) }, (_, item) => {
    const start = item * itemBytes;
    if (type.startsWith('S')) {
      return new TextDecoder().decode(bytes.subarray(start, start + itemBytes)).replace(/\0+$/, '');
    }
    let text = '';
    for (let at = start; at < start + itemBytes; at += 4) {
      const point = view.getUint32(at, isLittle);
      if (point === 0 || point > 0x10ffff) break;
      text += String.fromCodePoint(point);
    }
    return text;
  });
}

/** Reads numbers of a whole .npy file. Problems: those of `parseNpyHead`, `data.cutShort`. */
export function parseNpy(bytes: Uint8Array, file: string): Result<NumberArray> {
  const place = { place: { file } };
  const head = parseNpyHead(bytes, file);
  if (!head.ok) return head;
  const { shape, start, itemBytes, type } = head.value;
  if (isTextArray(head.value)) return refuse('data.npyType', { file, type }, place);
  const count = shape.reduce((product, size) => product * size, 1);
  const expected = start + count * itemBytes;
  if (bytes.length < expected) {
    return refuse('data.cutShort', { file, expected, actual: bytes.length }, place);
  }
  return ok({ shape, values: npyNumbers(head.value, bytes.subarray(start, expected)) });
}
