import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { layer, openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Where you are' });

test('layers become a block, its inside is changed, and its parameter is set by each use', async ({
  page,
}) => {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
  const last = layer(page, 'max_pooling2d_1');
  await expect(last).toHaveAccessibleName(/Output 5 by 5 by 64/);
  await layer(page, 'conv2d_1').click();
  await last.click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  const block = layer(page, 'block');
  await expect(block).toHaveAccessibleName(/Output 5 by 5 by 64/);
  await expect(last).toHaveCount(0);

  // Inside: the same shapes, and a parameter that each use sets.
  await block.dblclick();
  await expect(crumbs(page)).toContainText('block');
  const inner = layer(page, 'conv2d_1');
  await expect(inner).toHaveAccessibleName(/Output 11 by 11 by 64/);
  await inner.click();
  await page.getByRole('textbox', { name: 'Filters' }).fill('48');
  await expect(last).toHaveAccessibleName(/Output 5 by 5 by 48/);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Filters' }).click();
  await expect(page.getByRole('textbox', { name: 'Filters' })).toHaveCount(0);
  await page.screenshot({ path: 'build/e2e/block-inside.png' });

  // Outside: the instance has the field.
  await crumbs(page).getByRole('button').first().click();
  await expect(crumbs(page)).toHaveCount(0);
  await block.click();
  await page.getByRole('textbox', { name: 'Filters' }).fill('16');
  await expect(block).toHaveAccessibleName(/Output 5 by 5 by 16/);
  await page.screenshot({ path: 'build/e2e/block-outside.png' });

  // Undone step by step, and taken apart again.
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(block).toHaveAccessibleName(/Output 5 by 5 by 48/);
  await block.click();
  await page.getByRole('button', { name: 'Dissolve' }).click();
  await expect(last).toHaveAccessibleName(/Output 5 by 5 by 48/);
  await expect(block).toHaveCount(0);
});

test('a ready-made block is added and opened by the keyboard', async ({ page }) => {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
  await layer(page, 'max_pooling2d').click();
  await page.getByRole('searchbox', { name: 'Search layers' }).fill('squeeze');
  const tile = page.getByRole('button', { name: 'Squeeze and excitation' });
  await tile.focus();
  await page.keyboard.press('Enter');
  const added = layer(page, 'squeeze_excitation');
  await expect(added).toBeVisible();
  await added.click();
  await page.getByRole('textbox', { name: 'Channels' }).fill('32');
  await expect(added).toHaveAccessibleName(/Output 13 by 13 by 32/);
  await added.click();
  await page.keyboard.press('o');
  await expect(layer(page, 'excite')).toHaveAccessibleName(/Output 32/);
  await page.keyboard.press('Escape');
  await expect(crumbs(page)).toHaveCount(0);
  await expect(added).toBeVisible();
});

test('a block is kept in the library, for another network', async ({ page }) => {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
  await layer(page, 'flatten').click();
  await layer(page, 'dense').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await layer(page, 'block').click();
  await page.getByRole('textbox', { name: 'Name of the block' }).fill('my head');
  await page.getByRole('button', { name: 'Save to library' }).click();
  await expect(page.getByText('my head is in your library now')).toBeVisible();
  await page.reload();
  await openTemplate(page, 'MNIST MLP');
  await layer(page, 'flatten').click();
  await page.getByRole('searchbox', { name: 'Search layers' }).fill('my head');
  await page.getByRole('button', { name: 'my head' }).focus();
  await page.keyboard.press('Enter');
  const added = layer(page, 'my_head');
  await expect(added).toBeVisible();
  await added.click();
  await page.getByRole('button', { name: 'Remove from library' }).click();
  await expect(page.getByRole('button', { name: 'Save to library' })).toBeVisible();
});

test('what cannot be a block says why', async ({ page }) => {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
  await layer(page, 'conv2d').click();
  await layer(page, 'conv2d_1').click({ modifiers: ['Shift'] });
  await page.keyboard.press('ControlOrMeta+g');
  await expect(page.getByText(/a path leaves them through max_pooling2d/)).toBeVisible();
});
