import { expect, test } from '@playwright/test';
import { openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

test('all rounds of a cross-validation are trained, or one; who stops one stops all', async ({
  page,
}) => {
  await page.goto(served.url);
  await openTemplate(page, 'Spiral playground');
  await page.keyboard.press('Alt+1');
  await page.getByRole('group').getByText('Advanced').last().click();
  const folds = page.getByRole('textbox', { name: 'Folds' });
  await folds.fill('3');
  await folds.press('Enter');

  await page.keyboard.press('Alt+3');
  const choice = page.getByRole('radiogroup', { name: 'Cross-validation' });
  await expect(choice.getByRole('radio', { name: 'All 3 rounds' })).toBeChecked();
  const epochs = page.getByRole('textbox', { name: 'Epochs', exact: true });
  await epochs.fill('3');
  await epochs.press('Enter');
  const train = page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last();
  await train.click();
  await expect(page.getByText('3 of 3 rounds')).toBeVisible({ timeout: 120_000 });
  const runs = page.getByRole('navigation', { name: 'Runs' });
  await expect(runs.getByText(/round \d of 3/)).toHaveText([
    /round 3 of 3/,
    /round 2 of 3/,
    /round 1 of 3/,
  ]);
  await expect(page.getByText(/^[\d.]+% ± [\d.]+%$/).first()).toBeVisible();
  await page.screenshot({ path: 'build/e2e/cross-validation.png' });

  await choice.getByRole('radio', { name: 'Round 1' }).check();
  await train.click();
  await expect(runs.getByText('Run 4')).toBeVisible();
  await expect(train).toBeEnabled({ timeout: 60_000 });
  await expect(runs.getByText(/round \d of 3/)).toHaveCount(3);

  await choice.getByRole('radio', { name: 'All 3 rounds' }).check();
  await epochs.fill('1000000');
  await epochs.press('Enter');
  await train.click();
  await page.getByRole('button', { name: 'Stop all rounds' }).click({ timeout: 60_000 });
  await expect(train).toBeEnabled({ timeout: 60_000 });
  await expect(runs.getByRole('listitem')).toHaveCount(5);
});
