import { expect, test } from '@playwright/test';
import { openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

test('the devices dialog compares the devices with the open network', async ({ page }) => {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST MLP');
  await page.getByRole('button', { name: /^Trains on/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(dialog.getByRole('button', { name: 'Skip' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Compare' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText(/s per epoch · .*B/).first()).toBeVisible();
  await expect(dialog.getByText(/s per epoch · .*B · fastest/)).toHaveCount(1);
  await page.screenshot({ path: 'build/e2e/race.png' });
  // It is remembered.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Trains on/ }).click();
  await expect(dialog.getByText(/fastest$/)).toHaveCount(1);
});
