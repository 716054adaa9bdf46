import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { openEmptyNetwork } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

/** 240 flowers: the kind follows from length and colour; every tenth width is missing; the code says nothing. */
function flowers(): string {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const isLong = at % 2 === 0;
    const color = ['red', 'blue', 'white'][at % 3] ?? 'red';
    const length = (isLong ? 6 : 3) + ((at * 37) % 100) / 100;
    const width = at % 10 === 0 ? '' : (1 + ((at * 53) % 100) / 50).toFixed(2);
    const kind = isLong && color !== 'blue' ? 'lily' : 'daisy';
    return [length.toFixed(2), width, color, 100 + ((at * 7) % 40), kind].join(',');
  });
  return `${['length,width,color,code,kind', ...rows].join('\n')}\n`;
}

/** Chooses data in the page's own file dialog. */
async function openData(page: Page, folder: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('menuitem', { name: 'Open a file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: folder }).click();
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
}

function column(page: Page, name: string): Locator {
  return page.getByRole('columnheader', { name: new RegExp(`\\b${name}\\b`) });
}

test('from a file to a trained network', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const folder = join(served.folder, '我的 data');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'flowers.csv'), flowers());
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('menuitem', { name: 'Open a file' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'files' }).click();
  await dialog.getByRole('button', { name: '我的 data' }).click();
  await dialog.getByRole('button', { name: /^flowers\.csv/ }).click();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();

  // It is seen: rows, what is missing, what is predicted.
  await expect(page.getByRole('heading', { name: 'flowers.csv' })).toBeVisible();
  await expect(page.getByText('240 rows, 5 columns')).toBeVisible();
  await expect(column(page, 'width')).toContainText('24 missing');
  await expect(page.getByRole('cell', { name: 'missing' }).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Target' })).toHaveValue('kind');
  await expect(
    page.getByRole('complementary').getByText(/^Always guessing daisy is right for 66\.7% of rows/),
  ).toBeVisible();

  // A column is left out, and another taken for what it is.
  await page.getByRole('button', { name: 'Role and kind of code' }).click();
  await page.getByRole('menuitemradio', { name: 'Left out' }).click();
  await expect(page.getByText('Left out: code')).toBeVisible();

  // A step is added at the end, moved by keyboard, and the move is undone.
  await page.getByRole('button', { name: 'length', exact: true }).click();
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('searchbox', { name: 'Search steps' }).fill('clip');
  await page.getByRole('button', { name: /^Clip/ }).click();
  const steps = page
    .getByRole('list')
    .filter({ has: page.getByRole('button', { name: /^Move step/ }) });
  const last = steps.getByRole('button', { name: /^Move step \d+, Clip/ });
  const before = await last.getAttribute('aria-label');
  await last.press('ArrowUp');
  await expect(last).not.toHaveAttribute('aria-label', before ?? '');
  await expect(last).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(last).toHaveAttribute('aria-label', before ?? '');

  // After the recipe nothing is missing.
  await page.getByRole('radio', { name: 'After recipe' }).check();
  await expect(page.getByRole('cell', { name: 'missing' })).toHaveCount(0);

  // The parts are moved by one percent.
  const border = page.getByRole('slider', { name: 'Start of the test part' });
  await expect(border).toHaveAttribute('aria-valuenow', '85');
  await border.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuenow', '86');

  // A network that fits is proposed and learns more than guessing.
  await page.getByRole('button', { name: 'Propose a network' }).click();
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last().click();
  await expect(page.getByText(/^(Done|Stopped early)/).first()).toBeVisible({ timeout: 120_000 });
  expect(errors).toEqual([]);
});

test('a file that is no data is named, and nothing is lost', async ({ page }) => {
  await writeFile(
    join(served.folder, 'noise.bin'),
    Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
  );
  await page.goto(served.url);
  await openData(page, 'files', 'noise.bin');
  await expect(page.getByText(/noise\.bin is of no kind of data/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open data' })).toBeEnabled();
});

test('pictures are drawn by hand, and shown', async ({ page }) => {
  await page.goto(served.url);
  await openEmptyNetwork(page);
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: 'Add data' }).click();
  await page.getByRole('menuitem', { name: 'Draw examples' }).click();
  const dialog = page.getByRole('dialog');
  for (const label of ['line', 'dot']) {
    await dialog.getByRole('textbox', { name: 'New label' }).fill(label);
    await dialog.getByRole('button', { name: 'Add label' }).click();
  }
  const pad = dialog.getByRole('img', { name: 'Drawing pad' });
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is not shown');
  const draw = async (width: number): Promise<void> => {
    await page.mouse.move(box.x + 60, box.y + 150);
    await page.mouse.down();
    await page.mouse.move(box.x + 60 + width, box.y + 150, { steps: 5 });
    await page.mouse.up();
  };
  for (const [label, width] of [
    ['line', 200],
    ['dot', 2],
    ['line', 180],
    ['dot', 3],
  ] as const) {
    await draw(width);
    await dialog.getByRole('button', { name: `Save as ${label}` }).click();
  }
  await dialog.getByRole('button', { name: 'Use these drawings' }).click();
  await expect(page.getByRole('img', { name: /^Picture of row/ })).toHaveCount(4);
  await expect(page.getByText('Input shape 28×28×1, 2 classes')).toBeVisible();
});
