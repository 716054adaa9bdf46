import type { Hands, Item } from '#main/engine/data/cifar/pickleInstructions.ts';
import {
  ArrayDraft,
  instructions,
  latin,
  PickleFault,
  Text,
} from '#main/engine/data/cifar/pickleInstructions.ts';

/** An array of bytes as a pickle of NumPy holds it. */
export interface PickledArray {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** What a pickle of CIFAR can hold. Byte strings are texts (Latin-1). */
export type Pickled =
  | string
  | number
  | boolean
  | null
  | readonly Pickled[]
  | ReadonlyMap<Pickled, Pickled>
  | PickledArray;

/**
 * Reads the pickles (protocol 2) that the Python version of CIFAR consists of: dictionaries, lists, numbers, texts and
 * arrays of bytes. It follows a list of instructions that make values; it cannot call anything, and every other
 * instruction or name ends it. Throws `PickleFault`. https://docs.python.org/3/library/pickletools.html
 */
export function readPickle(bytes: Uint8Array): Pickled {
  const machine = new Machine(bytes);
  return plain(machine.run());
}

class Machine {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  readonly #stack: Item[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, Item>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  run(): Item {
    for (;;) {
      const code = this.#number(1);
      if (code === 0x2e) return this.#pop();
      const instruction = instructions.get(code);
      if (instruction === undefined) throw new PickleFault(`0x${code.toString(16)}`);
      instruction(this.#hands);
    }
  }

  /** What instructions work with. */
  readonly #hands: Hands = {
    push: (item) => {
      this.#stack.push(item);
    },
    pop: () => this.#pop(),
    top: () => {
      const top = this.#stack.at(-1);
      if (top === undefined) throw new PickleFault('stack');
      return top;
    },
    mark: () => {
      this.#marks.push(this.#stack.length);
    },
    popMarked: () => {
      const mark = this.#marks.pop();
      if (mark === undefined) throw new PickleFault('mark');
      return this.#stack.splice(mark);
    },
    number: (size) => this.#number(size),
    signed: () => {
      const value = this.#number(4);
      return value | 0;
    },
    double: () => {
      const at = this.#skip(8);
      return this.#view.getFloat64(at);
    },
    take: (size) => {
      const at = this.#skip(size);
      return this.#bytes.subarray(at, at + size);
    },
    line: () => {
      const end = this.#bytes.indexOf(0x0a, this.#at);
      if (end < 0 || end - this.#at > 200) throw new PickleFault('cut short');
      const text = latin(this.#bytes.subarray(this.#at, end));
      this.#at = end + 1;
      return text;
    },
    remember: (place, item) => {
      this.#memo.set(place, item);
    },
    recall: (place) => {
      const item = this.#memo.get(place);
      if (item === undefined) throw new PickleFault('memo');
      return item;
    },
  };

  #pop(): Item {
    const item = this.#stack.pop();
    if (item === undefined) throw new PickleFault('stack');
    return item;
  }

  #number(size: 1 | 2 | 4): number {
    const at = this.#skip(size);
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }

  #skip(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) throw new PickleFault('cut short');
    this.#at = at + size;
    return at;
  }
}

/** Lists inside lists that are followed: a list may hold itself. */
const deepest = 20;

/** Makes values of what was read. Each is made once, however often others hold it. */
function plain(item: Item, made = new Map<Item, Pickled>(), depth = 0): Pickled {
  if (depth > deepest) throw new PickleFault('too deep');
  if (item === null || typeof item !== 'object') return item;
  const before = made.get(item);
  if (before !== undefined) return before;
  const inner = (each: Item) => plain(each, made, depth + 1);
  let value: Pickled = null;
  if (item instanceof Text) value = latin(item.bytes);
  else if (item instanceof ArrayDraft) value = { shape: item.shape, bytes: item.bytes };
  else if (Array.isArray(item)) value = item.map(inner);
  else if (item instanceof Map) {
    value = new Map([...item].map(([key, each]) => [inner(key), inner(each)]));
  }
  made.set(item, value);
  return value;
}
