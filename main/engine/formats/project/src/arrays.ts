import { readFileSync } from 'node:fs';

/** Numbers as a file holds them; the first axis counts examples. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array | Int32Array | Float32Array;
}

/** How numbers of one type lie in a file. */
interface NumberType {
  readonly bytes: number;
  readonly make: (count: number) => NumberArray['values'];
  readonly read: (view: DataView, offset: number, isLittle: boolean) => number;
}

const int32 = (count: number) => new Int32Array(count);
const float32 = (count: number) => new Float32Array(count);

const uint8Type: NumberType = {
  bytes: 1,
  make: (count) => new Uint8Array(count),
  read: (view, offset) => view.getUint8(offset),
};
const int8Type: NumberType = {
  bytes: 1,
  make: int32,
  read: (view, offset) => view.getInt8(offset),
};
const int16Type: NumberType = {
  bytes: 2,
  make: int32,
  read: (view, offset, isLittle) => view.getInt16(offset, isLittle),
};
const int32Type: NumberType = {
  bytes: 4,
  make: int32,
  read: (view, offset, isLittle) => view.getInt32(offset, isLittle),
};
const int64Type: NumberType = {
  bytes: 8,
  make: int32,
  read: (view, offset, isLittle) => Number(view.getBigInt64(offset, isLittle)),
};
const float32Type: NumberType = {
  bytes: 4,
  make: float32,
  read: (view, offset, isLittle) => view.getFloat32(offset, isLittle),
};
const float64Type: NumberType = {
  bytes: 8,
  make: float32,
  read: (view, offset, isLittle) => view.getFloat64(offset, isLittle),
};

/** Types by the third byte of an IDX file. */
const idxTypes: ReadonlyMap<number, NumberType> = new Map([
  [0x08, uint8Type],
  [0x09, int8Type],
  [0x0b, int16Type],
  [0x0c, int32Type],
  [0x0d, float32Type],
  [0x0e, float64Type],
]);

/** Types by NumPy's short names. */
const npyTypes: ReadonlyMap<string, NumberType> = new Map([
  ['b1', uint8Type],
  ['u1', uint8Type],
  ['i1', int8Type],
  ['i2', int16Type],
  ['i4', int32Type],
  ['i8', int64Type],
  ['f4', float32Type],
  ['f8', float64Type],
]);

/** Reads an array of numbers: NumPy's `.npy`, IDX (the format of MNIST), or JSON of nested lists. */
export function readArray(file: string): NumberArray {
  const bytes = readFileSync(file);
  if (bytes.subarray(1, 6).toString('latin1') === 'NUMPY') return parseNpy(bytes, file);
  if (bytes[0] === 0 && bytes[1] === 0) return parseIdx(bytes, file);
  return parseLists(JSON.parse(bytes.toString('utf8')), file);
}

/** IDX: two zero bytes, a type, the number of axes, their sizes, the numbers; all big-endian. */
function parseIdx(bytes: Buffer, file: string): NumberArray {
  const type = idxTypes.get(bytes[2] ?? 0);
  const rank = bytes[3] ?? 0;
  if (type === undefined || rank === 0 || bytes.length < 4 + 4 * rank) {
    throw new Error(`${file} is not an IDX file.`);
  }
  const shape = Array.from({ length: rank }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  return { shape, values: decode(bytes, 4 + 4 * rank, shape, type, false, file) };
}

function parseNpy(bytes: Buffer, file: string): NumberArray {
  const isFirstVersion = bytes[6] === 1;
  const headStart = isFirstVersion ? 10 : 12;
  const start = headStart + (isFirstVersion ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
  const head = bytes.subarray(headStart, start).toString('latin1');
  const [, order, name = '?'] = /'descr':\s*'([<>|=]?)(\w+)'/.exec(head) ?? [];
  const sizes = /'shape':\s*\(([^)]*)\)/.exec(head)?.[1];
  if (sizes === undefined || /'fortran_order':\s*True/.test(head)) {
    throw new Error(`${file} is not a .npy file in C order.`);
  }
  const type = npyTypes.get(name);
  if (type === undefined) throw new Error(`${file} holds numbers of an unknown type, ${name}.`);
  const shape = sizes
    .split(',')
    .filter((size) => size.trim() !== '')
    .map(Number);
  return { shape, values: decode(bytes, start, shape, type, order !== '>', file) };
}

function parseLists(value: unknown, file: string): NumberArray {
  const shape: number[] = [];
  for (let part = value; Array.isArray(part); part = (part as unknown[])[0]) {
    shape.push(part.length);
  }
  const numbers = [value].flat(Infinity).map(Number);
  if (numbers.length !== sizeOf(shape) || numbers.some(Number.isNaN)) {
    throw new Error(`${file} does not hold lists of numbers of one length.`);
  }
  return { shape, values: Float32Array.from(numbers) };
}

function decode(
  bytes: Buffer,
  start: number,
  shape: readonly number[],
  type: NumberType,
  isLittle: boolean,
  file: string,
): NumberArray['values'] {
  const count = sizeOf(shape);
  const expected = start + count * type.bytes;
  if (bytes.length < expected) {
    throw new Error(`${file} is cut short: ${bytes.length} of ${expected} bytes.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = type.make(count);
  for (let index = 0; index < count; index++) {
    values[index] = type.read(view, start + index * type.bytes, isLittle);
  }
  return values;
}

/** How many numbers an array of this shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
