import { readIdx } from '#main/engine/data/arrays/idx.ts';
import type { Arrays } from '#main/engine/data/readers/reader.ts';
import type { NumberArray } from '#main/engine/data/source/table.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/**
 * Images and labels of two IDX files. Images without a channel axis get one. Problems: those of `readIdx`,
 * `data.countsDiffer`, `data.notImages`, `data.notLabels`.
 */
export async function readImagesAndLabels(
  imagesFile: string,
  labelsFile: string,
): Promise<Result<Arrays>> {
  const images = await readIdx(imagesFile);
  if (!images.ok) return images;
  const labels = await readIdx(labelsFile);
  if (!labels.ok) return labels;
  const { shape } = images.value;
  if (shape.length !== 3 && shape.length !== 4) {
    return refuse('data.notImages', { file: imagesFile, shape }, { place: { file: imagesFile } });
  }
  if (labels.value.shape.length !== 1) {
    return refuse(
      'data.notLabels',
      { file: labelsFile, shape: labels.value.shape },
      { place: { file: labelsFile } },
    );
  }
  const [imageCount = 0] = shape;
  const [labelCount = 0] = labels.value.shape;
  if (imageCount !== labelCount) {
    return refuse('data.countsDiffer', { images: imageCount, labels: labelCount });
  }
  const withChannels: NumberArray =
    shape.length === 4 ? images.value : { ...images.value, shape: [...shape, 1] };
  return ok([withChannels, labels.value]);
}
