import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classFeature, imageFeature } from '#main/engine/data/source/featuresForTests.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { previewData } from '#main/engine/data/preview/previewData.ts';
import type { Augmentation } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-augmented-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Twelve pictures of 40 × 30, the left half dark and the right half light. */
beforeAll(async () => {
  for (const name of ['cat', 'dog']) {
    mkdirSync(path.join(folder, name));
    for (let index = 0; index < 6; index += 1) {
      const values = Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) =>
        Math.floor(at / 3) % 40 < 20 ? 10 * index : 200,
      );
      await sharp(values, { raw: { width: 40, height: 30, channels: 3 } })
        .jpeg()
        .toFile(path.join(folder, name, `${index}.jpg`));
    }
  }
});

async function preview(augmentations: readonly Augmentation[]) {
  const features = [imageFeature([30, 40, 3]), classFeature('label', ['cat', 'dog'])];
  const document = smallDocument({
    shape: [30, 40, 3],
    units: 2,
    loss: 'sparseCategoricalCrossentropy',
    isFlattened: true,
    data: {
      source: { kind: 'imageFolder', params: { folder } },
      features,
      steps: [{ kind: 'standardize', features: ['image'], params: { perChannel: true } }],
      augmentations,
      split: emptyRecipe.split,
      bindings: { inputs: { x: ['image'] }, outputs: { y: 'label' } },
    },
  });
  const made = await previewData(
    { document, documentFolder: null, step: null, from: 0, count: 4 },
    { tell: () => undefined, signal: new AbortController().signal },
  );
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.augmented;
}

/** Mean brightness of the left and the right half of the picture of a row. */
async function halves(rows: Awaited<ReturnType<typeof preview>>, row: number) {
  const cell = rows?.rows[row]?.[0];
  if (typeof cell !== 'object' || cell?.type !== 'picture') throw new Error('No picture.');
  const { data, info } = await sharp(Buffer.from(cell.png, 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sums = [0, 0];
  data.forEach((value, at) => {
    const side = Math.floor(at / info.channels) % info.width < info.width / 2 ? 0 : 1;
    sums[side] = (sums[side] ?? 0) + value;
  });
  return sums.map((sum) => Math.round(sum / (data.length / 2)));
}

test('the first pictures are shown as the first epoch changes them, with their colours', async () => {
  const flip = { kind: 'flip', feature: 'image', params: {} };
  const rows = await preview([flip]);
  expect(rows?.names).toEqual(['image']);
  expect(rows?.rows).toHaveLength(4);
  const sides = await Promise.all([0, 1, 2, 3].map((row) => halves(rows, row)));
  const turned = sides.map(([left = 0, right = 0]) => left > right);
  expect(turned).toContain(true);
  expect(turned).toContain(false);
  for (const side of sides) expect(Math.abs(Math.max(...side) - 200)).toBeLessThan(5);
  expect(await preview([flip])).toEqual(rows);
});

test('nothing is shown without augmentations', async () => {
  expect(await preview([])).toBeNull();
});
