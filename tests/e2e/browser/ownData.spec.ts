import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { appRoot } from '../../hosts/builtProgram.ts';
import { openEmptyNetwork } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

/** Goes through the page's own file dialog, a button each, and closes it with `button`. */
async function choose(page: Page, names: readonly string[], button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const name of ['files', ...names]) {
    await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

function trainButton(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last();
}

/** Trains what is open to its end. */
async function train(page: Page): Promise<void> {
  await trainButton(page).click();
  await expect(page.getByText(/^(Done|Stopped early)/).first()).toBeVisible({ timeout: 150_000 });
}

/** Accuracy of the only run of a document that is not saved: in the last epoch, and on the test part. */
async function accuracies(): Promise<readonly [number, number]> {
  const folder = join(served.home, 'runs');
  const files = await readdir(folder, { recursive: true });
  const metrics = files.filter((path) => path.endsWith('metrics.jsonl'));
  expect(metrics).toHaveLength(1);
  const lines = (await readFile(join(folder, metrics[0] ?? ''), 'utf8')).trim().split('\n');
  const last = (type: string): number => {
    const records = lines.map(
      (line) => JSON.parse(line) as { type: string; metrics: { accuracy: number } },
    );
    return records.filter((record) => record.type === type).at(-1)?.metrics.accuracy ?? Number.NaN;
  };
  await rm(folder, { recursive: true });
  return [last('epoch'), last('test')];
}

test('a folder of pictures is opened, seen, and learned', async ({ page }) => {
  const folder = join(served.folder, '图 pictures');
  for (const [name, isRed] of [
    ['红', true],
    ['blue', false],
  ] as const) {
    await mkdir(join(folder, name), { recursive: true });
    for (let at = 0; at < 40; at += 1) {
      const level = 120 + ((at * 31) % 130);
      const background = { r: isRed ? level : 30, g: (at * 17) % 90, b: isRed ? 30 : level };
      const picture = sharp({ create: { width: 16, height: 16, channels: 3, background } });
      await picture.png().toFile(join(folder, name, `${at}.png`));
    }
  }
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('menuitem', { name: 'Open a folder' }).click();
  await choose(page, ['图 pictures'], 'Use this folder');
  await expect(page.getByRole('img', { name: /^Picture of row/ }).first()).toBeVisible();
  await expect(page.getByText('Input shape 16×16×3, 2 classes')).toBeVisible();
  await page.getByRole('button', { name: 'Propose a network' }).click();
  await train(page);
  expect((await accuracies())[1]).toBeGreaterThan(0.9);
});

test('three kinds of drawings are made by hand, and learned', async ({ page }) => {
  await page.goto(served.url);
  await openEmptyNetwork(page);
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: 'Add data' }).click();
  await page.getByRole('menuitem', { name: 'Draw examples' }).click();
  const dialog = page.getByRole('dialog');
  const box = await dialog.getByRole('img', { name: 'Drawing pad' }).boundingBox();
  if (box === null) throw new Error('the pad is not shown');
  // Strokes from corner to corner of the pad, as shares of its side.
  const strokes = {
    横: (by: number) => [
      [0.2, 0.45 + by],
      [0.8, 0.5 + by],
    ],
    down: (by: number) => [
      [0.45 + by, 0.2],
      [0.5 + by, 0.8],
    ],
    corner: (by: number) => [
      [0.25 + by, 0.2],
      [0.25 + by, 0.75],
      [0.8, 0.75 + by],
    ],
  } as const;
  for (const label of Object.keys(strokes)) {
    await dialog.getByRole('textbox', { name: 'New label' }).fill(label);
    await dialog.getByRole('button', { name: 'Add label' }).click();
  }
  for (let at = 0; at < 10; at += 1) {
    for (const [label, stroke] of Object.entries(strokes)) {
      const [first, ...rest] = stroke((at - 5) / 50);
      const place = ([x = 0, y = 0]: readonly number[]): [number, number] => [
        box.x + x * box.width,
        box.y + y * box.height,
      ];
      await page.mouse.move(...place(first ?? []));
      await page.mouse.down();
      for (const point of rest) await page.mouse.move(...place(point), { steps: 3 });
      await page.mouse.up();
      await dialog.getByRole('button', { name: `Save as ${label}` }).click();
    }
  }
  await dialog.getByRole('button', { name: 'Use these drawings' }).click();
  await expect(page.getByText('Input shape 28×28×1, 3 classes')).toBeVisible();
  await page.getByRole('button', { name: 'Propose a network' }).click();
  await train(page);
  expect((await accuracies())[0]).toBeGreaterThan(0.9);
});

test.describe('a document from elsewhere, with data outside its folder', () => {
  let count = 0;

  /** Opens one that another home has made. */
  async function openStranger(page: Page): Promise<void> {
    count += 1;
    const own = `own ${count}`;
    const table = join(served.folder, 'other', `points ${count}.csv`);
    const rows = Array.from({ length: 60 }, (_, at) => `${(at * 37) % 101},${at % 2 ? 'b' : 'a'}`);
    await mkdir(join(served.folder, 'other'), { recursive: true });
    await mkdir(join(served.folder, own));
    await writeFile(table, `x,kind\n${rows.join('\n')}\n`);
    await promisify(execFile)(
      process.execPath,
      [
        join(appRoot, 'build/main/cli.cjs'),
        ...['new', '--data', table, '-o', join(served.folder, own, 'net.strata')],
      ],
      { env: { ...process.env, STRATA_HOME: join(served.home, 'elsewhere') } },
    );
    await page.goto(served.url);
    await page.getByRole('button', { name: /^Open…/ }).click();
    await choose(page, [own, 'net.strata'], 'Open');
    await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible();
  }

  test('asks before it is read, in the Data step', async ({ page }) => {
    await openStranger(page);
    await page.keyboard.press('Alt+1');
    await expect(page.getByText(/wants to read .*points 1\.csv, outside its own/)).toBeVisible();
    await expect(page.getByText(/^60 rows/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Read these files' }).click();
    await expect(page.getByText('60 rows, 2 columns')).toBeVisible();
  });

  test('asks before it is trained with', async ({ page }) => {
    await openStranger(page);
    await trainButton(page).click();
    await page.getByRole('button', { name: 'Read these files' }).click();
    await expect(page.getByText(/^(Done|Stopped early)/).first()).toBeVisible({ timeout: 60_000 });
  });
});
