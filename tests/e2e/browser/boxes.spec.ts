import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import sharp from 'sharp';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

/** Width and height of the pictures; the second is not as wide as high. */
const [width, height] = [60, 30];

/** Where a frame lies, as parts of the picture that is seen whole in its element: left, top, width, height. */
function placeOf(picture: Locator): Promise<readonly number[]> {
  return picture.evaluate(
    (image, form) => {
      const seen = image.getBoundingClientRect();
      const scale = Math.min(seen.width / form.width, seen.height / form.height);
      const left = seen.left + (seen.width - scale * form.width) / 2;
      const top = seen.top + (seen.height - scale * form.height) / 2;
      const frame = image.parentElement?.querySelector('rect:last-child')?.getBoundingClientRect();
      if (frame === undefined) return [];
      return [
        (frame.left - left) / (scale * form.width),
        (frame.top - top) / (scale * form.height),
        frame.width / (scale * form.width),
        frame.height / (scale * form.height),
      ];
    },
    { width, height },
  );
}

test('objects are framed where they are, in the pictures and in the table', async ({ page }) => {
  const folder = join(served.folder, 'boats');
  for (const inner of ['JPEGImages', 'Annotations']) {
    await mkdir(join(folder, inner), { recursive: true });
  }
  for (let at = 0; at < 30; at += 1) {
    const create = { width, height, channels: 3, background: { r: 40, g: at, b: 90 } } as const;
    await sharp({ create })
      .png()
      .toFile(join(folder, 'JPEGImages', `${at}.png`));
    const box = '<xmin>30</xmin><ymin>3</ymin><xmax>54</xmax><ymax>18</ymax>';
    await writeFile(
      join(folder, 'Annotations', `${at}.xml`),
      `<annotation><size><width>${width}</width><height>${height}</height></size>
      <object><name>boat</name><bndbox>${box}</bndbox></object></annotation>`,
    );
  }
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('menuitem', { name: 'Open a folder' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of [/^files/, /^boats/]) await dialog.getByRole('button', { name }).click();
  await dialog.getByRole('button', { name: 'Use this folder', exact: true }).click();
  const expected = [0.5, 0.1, 0.4, 0.5];
  for (const name of [/^Picture of row 1\b/, /^Picture/]) {
    const picture = page.getByRole('img', { name }).first();
    await expect(picture).toBeVisible();
    const place = await placeOf(picture);
    for (const [at, part] of expected.entries()) expect(place[at]).toBeCloseTo(part, 1);
    await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  }
  await expect(page.getByRole('cell', { name: 'boat', exact: true }).first()).toBeVisible();
});
