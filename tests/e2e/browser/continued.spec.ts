import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

/** Kills the process that trains: the program's child of this purpose. */
async function killEngine(home: string): Promise<void> {
  const runs = join(home, 'runs');
  const [documentId = ''] = await readdir(runs);
  const [id = ''] = await readdir(join(runs, documentId));
  const info = await readFile(join(runs, documentId, id, 'run.json'), 'utf8');
  const { ownerPid } = JSON.parse(info) as { ownerPid: number };
  const listed = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
  for (const line of listed.stdout.split('\n')) {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    if (Number(parent) !== ownerPid || args.at(-1) !== 'run') continue;
    process.kill(Number(pid), 'SIGKILL');
  }
}

/** Trains the model that is open for 30 epochs, and kills the process in the middle of it. */
async function trainAndKill(page: Page): Promise<void> {
  // So many that a quick machine is still training when it is looked at.
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('30');
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last().click();
  await expect(page.getByText(/epoch ([3-9]|[12]\d) of 30/)).toBeVisible({ timeout: 90_000 });
  await killEngine(served.home);
  await expect(page.getByText('The computing process ended unexpectedly.')).toBeVisible();
}

test('a run whose process was killed goes on, and trains for more epochs at its end', async ({
  page,
}) => {
  test.skip(process.platform !== 'linux', 'finds the process as Linux lists it');
  await page.goto(served.url);
  await openTemplate(page, 'MNIST MLP');
  await trainAndKill(page);
  const resume = page.getByRole('button', { name: 'Resume' });
  await expect(resume).toBeVisible();
  await page.screenshot({ path: 'build/e2e/resume.png' });
  await resume.click();
  const more = page.getByRole('button', { name: 'Train more epochs' });
  await expect(more).toBeVisible({ timeout: 120_000 });
  await page.screenshot({ path: 'build/e2e/more-epochs.png' });
  await page.getByRole('textbox', { name: 'More epochs' }).fill('1');
  await more.click();
  await expect(page.getByText('31 epochs')).toBeVisible({ timeout: 60_000 });
});

test('a run for which memory may not have sufficed is trained again with half of its batch size', async ({
  page,
}) => {
  test.skip(process.platform !== 'linux', 'finds the process as Linux lists it');
  await page.goto(served.url);
  await openTemplate(page, 'MNIST MLP');
  await trainAndKill(page);
  const batchSize = page.getByRole('textbox', { name: 'Batch size', exact: true });
  const half = Number(await batchSize.inputValue()) / 2;
  const smaller = page.getByRole('button', { name: `Train with batches of ${half}` });
  await expect(smaller).toBeVisible();
  await page.screenshot({ path: 'build/e2e/smaller-batch.png' });
  await smaller.click();
  await expect(smaller).toBeHidden();
  await expect(batchSize).toHaveValue(String(half));
});
