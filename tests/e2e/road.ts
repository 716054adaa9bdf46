import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * The whole road as a newcomer walks it, the same in every window: a template, a change, undo, training on the real
 * images, a stop, and an export that was run before it is called exported.
 */
export async function walkTheRoad(page: Page, folder: string): Promise<void> {
  await openTemplate(page, 'MNIST CNN');
  await changeAndUndo(page);
  await trainForAWhile(page);
  await exportTypeScript(page, join(folder, 'digits'));
}

/** From the welcome screen into a template's graph. */
export async function openTemplate(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible();
}

/** From the welcome screen to a network without layers. */
export async function openEmptyNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New empty network' }).click();
  await expect(page.getByRole('main', { name: 'Canvas' })).toBeVisible();
}

/** A layer on the canvas by its name in the model. */
export function layer(page: Page, name: string) {
  return page.getByRole('group', { name: new RegExp(`, ${name}, `) });
}

async function changeAndUndo(page: Page): Promise<void> {
  await layer(page, 'conv2d_1').click();
  const filters = page.getByRole('textbox', { name: 'Filters' });
  await expect(filters).toHaveValue('64');
  await filters.fill('32');
  await expect(layer(page, 'max_pooling2d_1')).toHaveAccessibleName(/Output 5 by 5 by 32/);
  await filters.press('Enter');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(layer(page, 'max_pooling2d_1')).toHaveAccessibleName(/Output 5 by 5 by 64/);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(layer(page, 'max_pooling2d_1')).toHaveAccessibleName(/Output 5 by 5 by 32/);
}

async function trainForAWhile(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last().click();
  const batch = page.getByText(/of 938/);
  await expect(batch).toBeVisible({ timeout: 60_000 });
  const before = await batch.textContent();
  await expect(batch).not.toHaveText(before ?? '', { timeout: 30_000 });
  await page.getByRole('button', { name: /^Pause/ }).click();
  await expect(page.getByRole('button', { name: /^Continue|^Resume/ })).toBeVisible();
  await page.getByRole('button', { name: /^Continue|^Resume/ }).click();
  await page.getByRole('button', { name: /^Stop/ }).click();
  await expect(page.getByText(/^Stopped/).first()).toBeVisible({ timeout: 60_000 });
}

async function exportTypeScript(page: Page, folder: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Save in' }).fill(folder);
  await dialog.getByRole('button', { name: 'Export project' }).click();
  const verified = dialog.getByText(/Verified: (max|largest) difference/);
  await expect(verified.or(dialog.getByRole('button', { name: 'Try again' }))).toBeVisible({
    timeout: 120_000,
  });
  await expect(verified).toBeVisible();
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining(['package.json', 'README.md', 'src', 'tsconfig.json', 'weights']),
  );
  // The network as it was changed, not as the template has it.
  expect(await readFile(join(folder, 'src/model.ts'), 'utf8')).toContain('filters: 32');
}
