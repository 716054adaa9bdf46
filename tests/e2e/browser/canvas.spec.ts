import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { layer, openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

let errors: string[];
test.beforeEach(async ({ page }) => {
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
  await expect(cards(page)).toHaveCount(10);
});
test.afterEach(() => {
  expect(errors).toEqual([]);
});

function cards(page: Page): Locator {
  return page.locator('[data-card]');
}

/** A card by the id that the template gives its node. */
function card(page: Page, id: string): Locator {
  return page.locator(`[data-card=${id}]`);
}

function dot(page: Page, id: string, end: 'in' | 'out'): Locator {
  return card(page, id).locator(`[data-handleid=${end}0]`);
}

/** Presses the mouse at one place and moves it to another, in steps as a hand does. */
async function drag(page: Page, from: Locator, to: Locator | { x: number; y: number }) {
  const start = await middle(from);
  const end = 'x' in to ? to : await middle(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 6, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function tile(page: Page, title: string): Locator {
  return page
    .locator('[data-region=palette]')
    .getByRole('button', { name: title, exact: true })
    .first();
}

test('a tile dropped on the canvas, and on an edge that it splits', async ({ page }) => {
  const canvas = page.locator('.react-flow__pane');
  await tile(page, 'Embedding').dragTo(canvas, { targetPosition: { x: 420, y: 330 } });
  await expect(cards(page)).toHaveCount(11);
  await expect(layer(page, 'embedding')).toBeFocused();

  const [from, to] = [
    await middle(card(page, 'conv2d')),
    await middle(card(page, 'max_pooling2d')),
  ];
  const box = await canvas.boundingBox();
  await tile(page, 'BatchNormalization').dragTo(canvas, {
    targetPosition: { x: (from.x + to.x) / 2 - (box?.x ?? 0), y: from.y - (box?.y ?? 0) },
  });
  await expect(layer(page, 'batch_normalization')).toHaveAccessibleName(
    /after conv2d, before max_pooling2d\./,
  );
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(10);
  await page.keyboard.press('Control+Shift+z');
  await expect(layer(page, 'embedding')).toBeVisible();
});

test('dots take only what fits, and an edge takes the place of another after a question', async ({
  page,
}) => {
  // An earlier layer would close a circle.
  await drag(page, dot(page, 'conv2d_1', 'out'), dot(page, 'max_pooling2d', 'in'));
  await expect(dot(page, 'max_pooling2d', 'in')).toHaveAttribute('data-fit', 'fades');
  await expect(dot(page, 'max_pooling2d', 'in')).toHaveAttribute('title', /circle/);
  await expect(dot(page, 'conv2d_2', 'in')).toHaveAttribute('data-fit', 'fits');
  await page.mouse.up();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).toHaveCount(9);

  await drag(page, dot(page, 'conv2d_1', 'out'), dot(page, 'conv2d_2', 'in'));
  await page.mouse.up();
  await page
    .getByRole('dialog', { name: 'Replace the connection' })
    .getByRole('button', { name: 'Replace' })
    .click();
  await expect(layer(page, 'conv2d_2')).toHaveAccessibleName(
    /Output 9 by 9 by 64.*after conv2d_1,/,
  );
  await page.keyboard.press('Control+z');
  await expect(layer(page, 'conv2d_2')).toHaveAccessibleName(/after max_pooling2d_1,/);
});

test('a connection dropped on the paper asks for a layer', async ({ page }) => {
  const end = await middle(card(page, 'flatten'));
  await drag(page, dot(page, 'conv2d', 'out'), { x: end.x, y: end.y + 130 });
  await page.mouse.up();
  const list = page.getByRole('dialog', { name: 'Add a layer' });
  await list.getByRole('combobox').fill('drop');
  await expect(list.getByRole('option').first()).toHaveText(/^Dropout/);
  await page.keyboard.press('Enter');
  await expect(layer(page, 'dropout')).toHaveAccessibleName(/after conv2d\./);
  await expect(layer(page, 'dropout')).toBeFocused();
});

test('layers are added, walked, joined and deleted with the keyboard', async ({ page }) => {
  await card(page, 'flatten').click();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Add a layer' }).getByRole('combobox').fill('dropout');
  await page.keyboard.press('Enter');
  await expect(layer(page, 'dropout')).toBeFocused();
  await expect(layer(page, 'dropout')).toHaveAccessibleName(/after flatten, before dense\./);

  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'flatten')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(card(page, 'dense')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(layer(page, 'dropout')).toBeFocused();

  // Deleted with a bridge, and taken back.
  await page.keyboard.press('Delete');
  await expect(layer(page, 'dropout')).toHaveCount(0);
  await expect(card(page, 'dense')).toHaveAccessibleName(/after flatten,/);
  await page.keyboard.press('Control+z');
  await expect(layer(page, 'dropout')).toBeVisible();
  await layer(page, 'dropout').click();
  await page.keyboard.press('Shift+Delete');
  await expect(layer(page, 'dropout')).toHaveCount(0);
  await expect(card(page, 'dense')).toHaveAccessibleName(/Problem/);

  // C chooses a target with the arrows; the open input comes without a question.
  await card(page, 'flatten').click();
  await page.keyboard.press('c');
  await expect(page.locator('[data-target]')).toHaveCount(1);
  for (let step = 0; step < 9; step += 1) {
    if ((await card(page, 'dense').getAttribute('data-target')) === 'true') break;
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-target]')).toHaveCount(1);
  }
  await expect(card(page, 'dense')).toHaveAttribute('data-target', 'true');
  await page.keyboard.press('Enter');
  await expect(card(page, 'dense')).toHaveAccessibleName(/No problems.*after flatten,/);
});

test('layers are copied, pasted and tidied', async ({ page }) => {
  await card(page, 'conv2d').click();
  await card(page, 'max_pooling2d').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(cards(page)).toHaveCount(12);
  await expect(layer(page, 'max_pooling2d_2')).toHaveAccessibleName(/after conv2d_3\./);
  await expect(page.locator('[data-card][data-selected]')).toHaveCount(2);

  // The copies lie over other cards until the layout is tidied.
  await page.keyboard.press('t');
  const undo = page.getByRole('button', { name: /^Undo: Move/ });
  await expect(undo).toBeEnabled();
  await expect.poll(() => overlaps(page)).toBe(0);
  await undo.click();
  await expect.poll(() => overlaps(page)).toBeGreaterThan(0);
});

/** How many pairs of cards lie over each other. */
async function overlaps(page: Page): Promise<number> {
  const boxes = await cards(page).evaluateAll((elements) =>
    elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
  );
  const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
  return pairs.filter(
    ([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
  ).length;
}

test('a problem is shown, looked at, and mended with a key', async ({ page }) => {
  // A kernel that is larger than its input.
  await card(page, 'conv2d_2').click();
  await page.getByRole('textbox', { name: 'Kernel size' }).first().fill('9');
  await expect(card(page, 'conv2d_2')).toHaveAccessibleName(/^Problem: /);
  await expect(card(page, 'flatten')).toHaveText(/Waits for conv2d_2/);
  await page.getByRole('button', { name: 'Fix 1 problem' }).click();
  const problem = page.getByRole('tabpanel').getByRole('listitem').first();
  const fixes = problem.getByRole('article');
  await expect(fixes.first()).toBeVisible();

  await fixes.first().hover();
  await expect(page.locator('[data-mark=changed], [data-mark=added]').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.locator('[data-mark=changed], [data-mark=added]')).toHaveCount(0);

  await card(page, 'image').click();
  await page.keyboard.press('F8');
  await expect(page.locator('[data-card=conv2d_2][data-selected]')).toBeVisible();
  await card(page, 'conv2d_2').click();
  await page.keyboard.press('1');
  await expect(card(page, 'conv2d_2')).toHaveAccessibleName(/No problems/);
  await expect(
    page.getByRole('banner').getByRole('button', { name: 'Train' }).last(),
  ).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(card(page, 'conv2d_2')).toHaveAccessibleName(/^Problem: /);
});

test('a note is written, moved, deleted, and all of it taken back', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('note');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Note' });
  await expect(text).toBeFocused();
  await page.keyboard.type('The digit at two scales');
  await page.keyboard.press('Escape');
  await expect(text).not.toBeFocused();

  const note = page.locator('[data-note]');
  const start = await note.boundingBox();
  if (start === null) throw new Error('not on the page');
  await page.mouse.move(start.x + 40, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 100, start.y + 50, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await note.boundingBox())?.x).toBeGreaterThan(start.x + 40);

  await note.hover();
  await note.getByRole('button', { name: 'Delete the note' }).click();
  await expect(note).toHaveCount(0);
  const undo = page.getByRole('button', { name: /^Undo/ });
  await undo.click();
  await expect(text).toHaveValue('The digit at two scales');
  await undo.click();
  await expect.poll(async () => (await note.boundingBox())?.x).toBeLessThan(start.x + 1);
  await undo.click();
  await expect(text).toHaveValue('');
  await undo.click();
  await expect(note).toHaveCount(0);
});

test('in Chinese and in the dark', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('简体中文');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: '网络，共 10 层' })).toBeVisible();
  await expect(card(page, 'conv2d')).toHaveAccessibleName(/输出/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');

  const paper = page.locator('[data-canvas]');
  const light = await paper.evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('深色');
  await page.keyboard.press('Enter');
  await expect(paper).not.toHaveCSS('background-color', light);
  await card(page, 'conv2d').click();
  await expect(page.locator('[data-card=conv2d][data-selected]')).toBeVisible();
});
