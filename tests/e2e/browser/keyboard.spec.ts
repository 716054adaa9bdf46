import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { layer } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

test('template, change, training and export by the keyboard alone', async ({ page }) => {
  await page.goto(served.url);
  const template = page.getByRole('button', { name: /^Table, yes or no/ });
  await template.waitFor();
  await tabTo(page, template);
  await page.keyboard.press('Enter');

  // The canvas is one stop; arrows go from layer to layer, Enter to the fields, Esc back.
  const dense = layer(page, 'dense');
  await dense.waitFor();
  await toRegion(page, 'canvas');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dense).toBeFocused();
  await page.keyboard.press('Enter');
  const units = page.getByRole('textbox', { name: 'Units' });
  await tabTo(page, units);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('24');
  await expect(dense).toHaveAccessibleName(/Output 24\./);
  await page.keyboard.press('Escape');
  await expect(dense).toBeFocused();

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Done|^Stopped early/).first()).toBeVisible({ timeout: 90_000 });

  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Save in' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(join(served.folder, 'table'));
  await tabTo(page, dialog.getByRole('button', { name: 'Export project' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^Verified: /)).toBeVisible({ timeout: 120_000 });
  expect(await readdir(join(served.folder, 'table'))).toContain('package.json');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a layer is added, connected and removed by the keyboard alone', async ({ page }) => {
  await page.goto(served.url);
  await page.getByRole('button', { name: /^New empty network/ }).waitFor();
  // The page knows by now that it is in a tab, whose browser keeps Ctrl+N for itself.
  await page.getByText('Alt N', { exact: true }).waitFor();
  await page.keyboard.press('Alt+n');
  await page.getByRole('main', { name: 'Canvas' }).waitFor();
  await toRegion(page, 'canvas');
  const search = page.getByRole('dialog').getByRole('combobox');
  for (const name of ['Input', 'Dense', 'Output']) {
    await page.keyboard.press('a');
    await search.waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(search).toHaveCount(0);
  }
  await expect(page.getByRole('group', { name: 'Network, 3 layers' })).toBeVisible();
  const dense = layer(page, 'dense');
  await expect(dense).toHaveAccessibleName(/after .*, before /);
  await page.keyboard.press('ArrowLeft');
  await expect(dense).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(dense).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(dense).toHaveAccessibleName(/after .*, before /);
});

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Presses F6 until a part of the window has the focus. */
async function toRegion(page: Page, region: string): Promise<void> {
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('F6');
    const now = await page.evaluate(() =>
      document.activeElement?.closest('[data-region]')?.getAttribute('data-region'),
    );
    if (now === region) return;
  }
  throw new Error(`F6 does not come to ${region}`);
}
