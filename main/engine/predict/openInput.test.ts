import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInput } from '#main/engine/predict/openInput.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';

const root = mkdtempSync(path.join(tmpdir(), 'strata-input-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const image: Feature = {
  name: 'file',
  role: 'input',
  kind: 'image',
  shape: [null, null, 3],
  dtype: 'uint8',
  classes: null,
};

beforeAll(async () => {
  // The same name in both folders: black beside the table, white elsewhere.
  for (const [folder, background] of [
    ['asked', '#000'],
    ['elsewhere', '#fff'],
  ] as const) {
    mkdirSync(path.join(root, folder));
    await sharp({ create: { width: 2, height: 2, channels: 3, background } })
      .png()
      .toFile(path.join(root, folder, 'a.png'));
  }
  writeFileSync(path.join(root, 'asked', 'list.csv'), 'file\na.png\n');
});

test.each(['elsewhere', path.join(root, 'elsewhere')])(
  'pictures of a table lie beside it, not in the folder %s of the document',
  async (folder) => {
    const opened = await openInput({
      file: path.join(root, 'asked', 'list.csv'),
      recipe: {
        ...emptyRecipe,
        source: { kind: 'imageTable', params: { file: 'list.csv', folder } },
        features: [image],
      },
      names: new Set(['file']),
      shape: null,
      signal: new AbortController().signal,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    const cells = (await opened.value.train.gather?.(['file'], Uint32Array.of(0)))?.['file'];
    expect(cells?.type === 'pictures' && [...(cells.values[0]?.values ?? [])]).toEqual(
      Array(12).fill(0),
    );
    await opened.value.close();
  },
);
