import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readPickle } from '#main/engine/data/cifar/pickle.ts';
import type { Pickled, PickledArray } from '#main/engine/data/cifar/pickle.ts';
import { PickleFault } from '#main/engine/data/cifar/pickleInstructions.ts';
import { unpack } from '#main/engine/data/archives/unpack.ts';
import { readBytes } from '#main/engine/data/files/readBytes.ts';
import type { Arrays } from '#main/engine/data/readers/reader.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const pixels = 32 * 32;
const pictureBytes = 3 * pixels;

/** The files of one part in the two versions, and where labels lie in them. https://www.cs.toronto.edu/~kriz/cifar.html */
interface CifarPart {
  readonly binary: readonly string[];
  readonly python: readonly string[];
}

/** How a set of CIFAR is kept. */
export interface CifarLayout {
  readonly train: CifarPart;
  readonly test: CifarPart;
  /** Bytes before the pixels of a record, and which of them is the label. */
  readonly labelBytes: number;
  readonly labelAt: number;
  /** Name of the labels in the Python version. */
  readonly labelKey: string;
}

/** CIFAR-10: five files to train, one to test. */
export const cifar10Layout: CifarLayout = {
  train: {
    binary: [1, 2, 3, 4, 5].map((n) => `data_batch_${n}.bin`),
    python: [1, 2, 3, 4, 5].map((n) => `data_batch_${n}`),
  },
  test: { binary: ['test_batch.bin'], python: ['test_batch'] },
  labelBytes: 1,
  labelAt: 0,
  labelKey: 'labels',
};

/** CIFAR-100 with its 100 fine or its 20 coarse labels. */
export function cifar100Layout(labels: 'fine' | 'coarse'): CifarLayout {
  return {
    train: { binary: ['train.bin'], python: ['train'] },
    test: { binary: ['test.bin'], python: ['test'] },
    labelBytes: 2,
    labelAt: labels === 'coarse' ? 0 : 1,
    labelKey: `${labels}_labels`,
  };
}

/** True where a folder with these names holds this set, in either version. */
export function holdsCifar(names: readonly string[], { train, test }: CifarLayout): boolean {
  const has = (files: readonly string[]) => files.every((file) => names.includes(file));
  const isPython = has([...train.python, ...test.python]);
  // CIFAR-100's files have names that others have, too.
  const isCertain = train.python.length > 1 || names.includes('meta');
  return has([...train.binary, ...test.binary]) || (isPython && isCertain);
}

/** The folder of a set that is given as such, as a folder around it, or as its archive. */
async function folderOf(
  given: string,
  layout: CifarLayout,
  signal: AbortSignal,
  tell: (fraction: number) => void,
): Promise<Result<string>> {
  let root = given;
  try {
    if ((await stat(given)).isFile()) {
      const unpacked = await unpack(given, { signal, tell });
      if (!unpacked.ok) return unpacked;
      root = unpacked.value.folder;
    }
    if (holdsCifar(await readdir(root), layout)) return ok(root);
    for (const entry of await readdir(root, { withFileTypes: true })) {
      const inner = path.join(root, entry.name);
      if (entry.isDirectory() && holdsCifar(await readdir(inner), layout)) return ok(inner);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.folderMissing', { file: given }, { place: { file: given } })
      : refuse('data.fileUnreadable', { file: given, reason: code ?? '' });
  }
  // The first file that is missing tells what is expected.
  return ok(root);
}

/**
 * Reads a set of CIFAR into images `(count, 32, 32, 3)` and labels `(count)` of both parts. Problems: those of `readBytes`
 * and `unpack`, `data.cutShort`, `data.pickleRefused`, `data.cifarContent`.
 */
export async function readCifar(
  given: string,
  layout: CifarLayout,
  signal: AbortSignal,
  tell: (fraction: number) => void = () => undefined,
): Promise<Result<{ readonly train: Arrays; readonly test: Arrays }>> {
  const folder = await folderOf(given, layout, signal, tell);
  if (!folder.ok) return folder;
  const names = await readdir(folder.value).catch((): string[] => []);
  const isBinary = !layout.train.python.some((name) => names.includes(name));
  const parts: Arrays[] = [];
  for (const part of [layout.train, layout.test]) {
    const records: Records[] = [];
    for (const name of isBinary ? part.binary : part.python) {
      const file = path.join(folder.value, name);
      const bytes = await readBytes(file);
      if (!bytes.ok) return bytes;
      const read = isBinary
        ? binaryRecords(bytes.value, file, layout)
        : pythonRecords(bytes.value, file, layout);
      if (!read.ok) return read;
      records.push(read.value);
    }
    parts.push(joined(records));
  }
  return ok({ train: parts[0] ?? [], test: parts[1] ?? [] });
}

/** Pictures as three planes each, and where each begins. */
interface Records {
  readonly labels: ArrayLike<number>;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly stride: number;
}

function binaryRecords(
  bytes: Uint8Array,
  file: string,
  { labelBytes, labelAt }: CifarLayout,
): Result<Records> {
  const stride = labelBytes + pictureBytes;
  const actual = bytes.length;
  if (actual === 0 || actual % stride !== 0) {
    const expected = Math.max(1, Math.ceil(actual / stride)) * stride;
    return refuse('data.cutShort', { file, expected, actual }, { place: { file } });
  }
  const labels = Uint8Array.from(
    { length: actual / stride },
    (_, record) => bytes[record * stride + labelAt] ?? 0,
  );
  return ok({ labels, bytes, start: labelBytes, stride });
}

function pythonRecords(
  bytes: Uint8Array,
  file: string,
  { labelKey }: CifarLayout,
): Result<Records> {
  const place = { place: { file } };
  let content: Pickled;
  try {
    content = readPickle(bytes);
  } catch (error) {
    if (!(error instanceof PickleFault)) throw error;
    return refuse('data.pickleRefused', { file, detail: error.code }, place);
  }
  const labels = content instanceof Map ? (content.get(labelKey) as Pickled | undefined) : null;
  const data = content instanceof Map ? (content.get('data') as Pickled | undefined) : null;
  const numbers = Array.isArray(labels)
    ? (labels as readonly Pickled[]).filter((label) => typeof label === 'number')
    : [];
  if (!isArray(data) || data.shape[1] !== pictureBytes || data.shape[0] !== numbers.length) {
    return refuse('data.cifarContent', { file, labels: labelKey }, place);
  }
  return ok({ labels: numbers, bytes: data.bytes, start: 0, stride: pictureBytes });
}

function isArray(value: Pickled | undefined): value is PickledArray {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

/** Three planes become pixels of three values. */
function joined(parts: readonly Records[]): Arrays {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const images = new Uint8Array(count * pictureBytes);
  const labels = new Int32Array(count);
  let record = 0;
  for (const part of parts) {
    for (let index = 0; index < part.labels.length; index++, record++) {
      labels[record] = part.labels[index] ?? 0;
      const from = part.start + index * part.stride;
      const to = record * pictureBytes;
      for (let pixel = 0; pixel < pixels; pixel++) {
        for (let channel = 0; channel < 3; channel++) {
          images[to + pixel * 3 + channel] = part.bytes[from + channel * pixels + pixel] ?? 0;
        }
      }
    }
  }
  return [
    { shape: [count, 32, 32, 3], values: images },
    { shape: [count], values: labels },
  ];
}
