/** Why a pickle is not read. `code`: the number of an instruction that is not known, or the name that it asks for. */
export class PickleFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`pickle: ${code}`);
    this.code = code;
  }
}

/** Byte strings stay bytes until they are looked at, for pixels are one. */
export class Text {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** Stands for a name of a module: nothing is ever called. */
class Global {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** An array while it is made. */
export class ArrayDraft {
  shape: readonly number[] = [];
  bytes: Uint8Array = new Uint8Array(0);
}

/** The type of an array's numbers. */
class DtypeDraft {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A value while a pickle is read. */
export type Item =
  | Text
  | Global
  | ArrayDraft
  | DtypeDraft
  | string
  | number
  | boolean
  | null
  | Item[]
  | Map<Item, Item>;

/** Names that pickles of arrays ask for; every other is refused. */
const reconstruct = new Set([
  'numpy.core.multiarray._reconstruct',
  'numpy._core.multiarray._reconstruct',
]);
const known = new Set([...reconstruct, 'numpy.ndarray', 'numpy.dtype', '_codecs.encode']);

/** What instructions work with: the bytes, a stack of values, places that are remembered. */
export interface Hands {
  readonly push: (item: Item) => void;
  readonly pop: () => Item;
  readonly top: () => Item;
  readonly mark: () => void;
  readonly popMarked: () => Item[];
  readonly number: (size: 1 | 2 | 4) => number;
  readonly signed: () => number;
  readonly double: () => number;
  readonly take: (size: number) => Uint8Array;
  readonly line: () => string;
  readonly remember: (place: number, item: Item) => void;
  readonly recall: (place: number) => Item;
}

function listOf(item: Item): Item[] {
  if (!Array.isArray(item)) throw new PickleFault('list');
  return item;
}

function setAll(target: Item, pairs: readonly Item[]): void {
  if (!(target instanceof Map)) throw new PickleFault('dictionary');
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    target.set(pairs[index] ?? null, pairs[index + 1] ?? null);
  }
}

/** The values that calls in these pickles would give, for the three names that are known. */
function made(called: Item, given: Item): Item {
  const [first = null] = listOf(given);
  if (!(called instanceof Global)) throw new PickleFault('call');
  if (reconstruct.has(called.name)) return new ArrayDraft();
  if (called.name === 'numpy.dtype') return new DtypeDraft(textOf(first));
  if (called.name === '_codecs.encode' && typeof first === 'string') {
    return new Text(Uint8Array.from(first, (letter) => letter.charCodeAt(0) & 255));
  }
  throw new PickleFault(called.name);
}

/** Fills an array with its state: version, shape, type, order, bytes. That of a type says nothing about bytes. */
function build(target: Item, state: Item): void {
  if (target instanceof DtypeDraft) return;
  if (!(target instanceof ArrayDraft)) throw new PickleFault('build');
  const [, shape = null, dtype = null, isFortran = null, content = null] = listOf(state);
  const sizes = listOf(shape).map((size) => (typeof size === 'number' ? size : -1));
  const isBytes = dtype instanceof DtypeDraft && /^[|<>=]?u1$/.test(dtype.name);
  const length = sizes.reduce((product, size) => product * size, 1);
  const bytes = content instanceof Text ? content.bytes : new Uint8Array(0);
  if (!isBytes || isFortran !== false) throw new PickleFault('array type');
  if (sizes.some((size) => size < 0) || bytes.length !== length)
    throw new PickleFault('array size');
  target.shape = sizes;
  target.bytes = bytes;
}

/** The instructions of protocol 2 that are followed, by their numbers. */
export const instructions: ReadonlyMap<number, (hands: Hands) => void> = new Map<
  number,
  (hands: Hands) => void
>([
  // PROTO
  [
    0x80,
    ({ number }) => {
      const protocol = number(1);
      if (protocol > 2) throw new PickleFault(`protocol ${protocol}`);
    },
  ],
  // EMPTY_DICT, EMPTY_LIST, EMPTY_TUPLE, MARK
  [
    0x7d,
    ({ push }) => {
      push(new Map());
    },
  ],
  [
    0x5d,
    ({ push }) => {
      push([]);
    },
  ],
  [
    0x29,
    ({ push }) => {
      push([]);
    },
  ],
  [
    0x28,
    ({ mark }) => {
      mark();
    },
  ],
  // NONE, NEWTRUE, NEWFALSE
  [
    0x4e,
    ({ push }) => {
      push(null);
    },
  ],
  [
    0x88,
    ({ push }) => {
      push(true);
    },
  ],
  [
    0x89,
    ({ push }) => {
      push(false);
    },
  ],
  // BININT, BININT1, BININT2, BINFLOAT
  [
    0x4a,
    ({ push, signed }) => {
      push(signed());
    },
  ],
  [
    0x4b,
    ({ push, number }) => {
      push(number(1));
    },
  ],
  [
    0x4d,
    ({ push, number }) => {
      push(number(2));
    },
  ],
  [
    0x47,
    ({ push, double }) => {
      push(double());
    },
  ],
  // SHORT_BINSTRING, BINSTRING, BINUNICODE
  [
    0x55,
    ({ push, number, take }) => {
      push(new Text(take(number(1))));
    },
  ],
  [
    0x54,
    ({ push, number, take }) => {
      push(new Text(take(number(4))));
    },
  ],
  [
    0x58,
    ({ push, number, take }) => {
      push(new TextDecoder().decode(take(number(4))));
    },
  ],
  // BINPUT, LONG_BINPUT, BINGET, LONG_BINGET
  [
    0x71,
    ({ remember, number, top }) => {
      remember(number(1), top());
    },
  ],
  [
    0x72,
    ({ remember, number, top }) => {
      remember(number(4), top());
    },
  ],
  [
    0x68,
    ({ push, recall, number }) => {
      push(recall(number(1)));
    },
  ],
  [
    0x6a,
    ({ push, recall, number }) => {
      push(recall(number(4)));
    },
  ],
  // TUPLE, TUPLE1, TUPLE2, TUPLE3
  [
    0x74,
    ({ push, popMarked }) => {
      push(popMarked());
    },
  ],
  [
    0x85,
    ({ push, pop }) => {
      push([pop()]);
    },
  ],
  [
    0x86,
    ({ push, pop }) => {
      const second = pop();
      push([pop(), second]);
    },
  ],
  [
    0x87,
    ({ push, pop }) => {
      const third = pop();
      const second = pop();
      push([pop(), second, third]);
    },
  ],
  // APPEND, APPENDS, SETITEM, SETITEMS
  [
    0x61,
    ({ pop, top }) => {
      const item = pop();
      listOf(top()).push(item);
    },
  ],
  [
    0x65,
    ({ popMarked, top }) => {
      const items = popMarked();
      const list = listOf(top());
      for (const item of items) list.push(item);
    },
  ],
  [
    0x73,
    ({ pop, top }) => {
      const value = pop();
      const key = pop();
      setAll(top(), [key, value]);
    },
  ],
  [
    0x75,
    ({ popMarked, top }) => {
      const pairs = popMarked();
      setAll(top(), pairs);
    },
  ],
  // GLOBAL, REDUCE, BUILD
  [
    0x63,
    ({ push, line }) => {
      const name = `${line()}.${line()}`;
      if (!known.has(name)) throw new PickleFault(name);
      push(new Global(name));
    },
  ],
  [
    0x52,
    ({ push, pop }) => {
      const given = pop();
      push(made(pop(), given));
    },
  ],
  [
    0x62,
    ({ pop, top }) => {
      const state = pop();
      build(top(), state);
    },
  ],
]);

function textOf(item: Item): string {
  if (item instanceof Text) return latin(item.bytes);
  if (typeof item === 'string') return item;
  throw new PickleFault('text');
}

/** Bytes as letters of Latin-1. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
