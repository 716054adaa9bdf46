import path from 'node:path';
import { arraysSource } from '#main/engine/data/arraysSource.ts';
import { readBytes } from '#main/engine/data/readBytes.ts';
import type { Arrays, Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const pixels = 32 * 32;
const recordBytes = 1 + 3 * pixels;

/** The files of one part of CIFAR-10's binary version. https://www.cs.toronto.edu/~kriz/cifar.html */
const trainFiles: readonly string[] = [1, 2, 3, 4, 5].map((n) => `data_batch_${n}.bin`);
const testFiles: readonly string[] = ['test_batch.bin'];

/**
 * Reads records of a label and three planes (red, green, blue) of 32×32 bytes into `(count, 32, 32, 3)` and `(count)`.
 * Problems: those of `readBytes`, `data.cutShort`.
 */
async function readCifarFiles(folder: string, names: readonly string[]): Promise<Result<Arrays>> {
  const parts: Uint8Array[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const bytes = await readBytes(file);
    if (!bytes.ok) return bytes;
    const actual = bytes.value.length;
    if (actual === 0 || actual % recordBytes !== 0) {
      const expected = Math.max(1, Math.ceil(actual / recordBytes)) * recordBytes;
      return refuse('data.cutShort', { file, expected, actual }, { place: { file } });
    }
    parts.push(bytes.value);
  }
  const count = parts.reduce((sum, part) => sum + part.length / recordBytes, 0);
  const images = new Uint8Array(count * 3 * pixels);
  const labels = new Uint8Array(count);
  let record = 0;
  for (const part of parts) {
    for (let start = 0; start < part.length; start += recordBytes, record++) {
      labels[record] = part[start] ?? 0;
      interleave(part.subarray(start + 1, start + recordBytes), images, record * 3 * pixels);
    }
  }
  return ok([
    { shape: [count, 32, 32, 3], values: images },
    { shape: [count], values: labels },
  ]);
}

/** Three planes become pixels of three values. */
function interleave(planes: Uint8Array, images: Uint8Array, start: number): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      images[start + pixel * 3 + channel] = planes[channel * pixels + pixel] ?? 0;
    }
  }
}

/** CIFAR-10 from the folder of its binary version. */
export const cifar10Reader: Reader = {
  kind: 'cifar10',
  async open(params, { folder: documentFolder, features }) {
    const folder = resolvePath(params['folder'], documentFolder);
    if (!folder.ok) return folder;
    const train = await readCifarFiles(folder.value, trainFiles);
    if (!train.ok) return train;
    const test = await readCifarFiles(folder.value, testFiles);
    return test.ok ? ok(arraysSource(features, train.value, test.value)) : test;
  },
};
