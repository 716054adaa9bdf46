import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { plainBeginning } from '#main/engine/data/archives/unpack.ts';
import { fileHead } from '#main/engine/data/files/fileHead.ts';
import { readIdx } from '#main/engine/data/arrays/idx.ts';
import type { Sniffed } from '#main/engine/data/readers/reader.ts';
import type { DataSource } from '#shared/data/data.ts';

/** Types of numbers of the format, by the third byte. */
const types = new Set([0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e]);

/** Bytes of a file that hold its head, packed or not. */
const headBytes = 512;

/**
 * The parameters for IDX files: those of a folder, or those that lie beside one of them. Files with one axis are labels, with
 * three or four images; names with `t10k` or `test` are the test part. null: there are no two that belong together.
 */
export async function recogniseIdx(sniffed: Sniffed): Promise<DataSource['params'] | null> {
  const { path: given, isFolder, head } = sniffed;
  if (!isFolder && (await rankOf(head)) === null) return null;
  const folder = isFolder ? given : path.dirname(given);
  const names = isFolder ? sniffed.names : (await readdir(folder)).sort();
  const images: string[] = [];
  const labels: string[] = [];
  for (const name of names.filter((each) => !each.endsWith('/')).slice(0, 100)) {
    const file = path.join(folder, name);
    const rank = await rankOf(fileHead(file, headBytes));
    if (rank === 1) labels.push(file);
    else if (rank === 3 || rank === 4) images.push(file);
  }
  const isTest = (file: string) => /t10k|test/i.test(path.basename(file));
  const pick = (files: readonly string[], test: boolean) =>
    files.find((file) => isTest(file) === test) ?? '';
  const trainImages = pick(images, false) || (images[0] ?? '');
  const trainLabels = pick(labels, false) || (labels[0] ?? '');
  if (trainImages === '' || trainLabels === '') return null;
  const testImages = isTest(trainImages) ? '' : pick(images, true);
  const testLabels = isTest(trainLabels) ? '' : pick(labels, true);
  const hasTest = testImages !== '' && testLabels !== '';
  return {
    images: trainImages,
    labels: trainLabels,
    ...(hasTest ? { testImages, testLabels } : {}),
    classes: await classesOf(trainLabels),
    ...(await sizesOf(trainImages)),
  };
}

/** Sizes of an image, those of all axes but the first; gray ones have one channel. */
async function sizesOf(images: string): Promise<DataSource['params']> {
  const bytes = await plainBeginning(fileHead(images, headBytes));
  const rank = bytes[3] ?? 0;
  if (bytes.length < 4 + 4 * rank) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = rank === 4 ? view.getUint32(16) : 1;
  return { height: view.getUint32(8), width: view.getUint32(12), channels };
}

/** Axes of an IDX file by its first bytes, gzipped or not; null: it is none. */
async function rankOf(head: Uint8Array): Promise<number | null> {
  const bytes = await plainBeginning(head);
  const [zero, second, type = 0, rank = 0] = bytes;
  const isIdx = bytes.length >= 8 && zero === 0 && second === 0 && types.has(type);
  return isIdx && rank >= 1 && rank <= 8 ? rank : null;
}

async function classesOf(labels: string): Promise<number> {
  const read = await readIdx(labels);
  if (!read.ok) return 10;
  const { values } = read.value;
  let largest = 1;
  for (const value of values) largest = Math.max(largest, value);
  return largest + 1;
}
