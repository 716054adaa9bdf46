import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { readImagesAndLabels } from '#main/engine/data/readers/idxFiles.ts';
import { recogniseIdx } from '#main/engine/data/readers/idxRecognise.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { ok } from '#shared/problems/problem.ts';

/** The user's own IDX files. */
export const idxReader: Reader = {
  kind: 'idx',
  recognise: recogniseIdx,
  async open(params, { folder, features }) {
    const read = async (images: unknown, labels: unknown) => {
      const imagesFile = resolvePath(images, folder);
      if (!imagesFile.ok) return imagesFile;
      const labelsFile = resolvePath(labels, folder);
      if (!labelsFile.ok) return labelsFile;
      return readImagesAndLabels(imagesFile.value, labelsFile.value);
    };
    const train = await read(params['images'], params['labels']);
    if (!train.ok) return train;
    if (params['testImages'] === '') return ok(arraysSource(features, train.value, null));
    const test = await read(params['testImages'], params['testLabels']);
    return test.ok ? ok(arraysSource(features, train.value, test.value)) : test;
  },
};
