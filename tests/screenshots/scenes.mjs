// What is photographed. A scene gets a page with the welcome screen in its language; `snap` takes the picture in both
// themes, and of a main screen in all sizes. Selectors are free of words, since scenes are taken in two languages.
import { execFileSync } from 'node:child_process';

/** Opens a network of the prepared folder by the page's own file dialog. */
async function open(page, name) {
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Networks', exact: true }).click();
  await dialog.getByRole('button', { name: `${name}.strata` }).click();
  await dialog.locator('button[type=submit]').click();
  await page.locator('[data-region=canvas]').waitFor();
  await dialog.waitFor({ state: 'hidden' });
}

const card = (page, id) => page.locator(`[data-card="${id}"]`);
const tab = (page, name) => page.locator(`#drawer-tab-${name}`).click();
const runItems = (page) => page.locator('[data-region=train] nav li');

/** Starts a run and waits until its first epochs are drawn. */
async function train(page) {
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(1000);
  await page.locator('.uplot').first().waitFor({ timeout: 120_000 });
}

/** Waits until as many runs are over: those can be deleted. */
async function untilOver(page, runs) {
  const ended = runItems(page).locator('svg.lucide-trash-2');
  await ended.nth(runs - 1).waitFor({ state: 'attached', timeout: 300_000 });
}

/** Kills the engine, as a crash would end it. */
function killEngine(serverPid) {
  const list = execFileSync('pgrep', ['-P', String(serverPid)], { encoding: 'utf8' });
  for (const pid of list.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
}

async function photographDesign({ page, snap }) {
  await open(page, 'mnist-cnn');
  await card(page, 'conv2d_1').click();
  await snap('design', { isMain: true });
  await page.locator('[data-region=inspector] button[aria-expanded]').first().click();
  await page.locator('[data-region=inspector] header button').first().click();
  await snap('inspector-open');
  await tab(page, 'code');
  await page.locator('.cm-content').waitFor();
  await snap('code-typescript');
  await page.locator('input[name=code-language]').nth(1).check({ force: true });
  await snap('code-keras');
  await page.locator('input[name=code-language]').nth(0).check({ force: true });
  await page.keyboard.press('Control+\\');
  await page.locator('[data-region=code] .cm-content').waitFor();
  await snap('code-pane', { isMain: true });
  await page.keyboard.press('Control+\\');
  await page.locator('[data-region=canvas]').click({ position: { x: 300, y: 420 } });
  await snap('network');
  await page.locator('header button').first().click();
  await page.getByRole('menu').waitFor();
  await snap('menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await snap('commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+o');
  await page.getByRole('dialog').getByRole('button', { name: 'Networks', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'digits.strata' }).click();
  await snap('files');
  await page.keyboard.press('Escape');
  await page.locator('[data-region=canvas]').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await snap('shortcuts');
  await page.keyboard.press('Escape');
  await page.locator('header button[aria-haspopup=dialog]').last().click();
  await page.getByRole('radio').nth(1).waitFor();
  await snap('devices');
}

async function photographTraining({ page, snap, serverPid, language }) {
  await open(page, 'digits');
  await page.keyboard.press('Alt+3');
  await page.waitForTimeout(800);
  await snap('train-before');
  await train(page);
  await page.waitForFunction(
    () =>
      Number(
        globalThis.document.querySelector('[role=progressbar]').getAttribute('aria-valuenow'),
      ) > 52,
    null,
    { timeout: 200_000 },
  );
  await snap('train-during', { isMain: true });
  await untilOver(page, 1);
  await snap('train-done');
  if (language !== 'en') return;
  // Another learning rate, another run.
  await page.locator('[data-param=learningRate] input').first().fill('0.004');
  await train(page);
  await untilOver(page, 2);
  await runItems(page).nth(1).locator('input').check({ force: true });
  await page.mouse.move(640, 300);
  await snap('train-compared', { isMain: true });
  await train(page);
  await page.waitForTimeout(5000);
  killEngine(serverPid);
  await untilOver(page, 3);
  await snap('train-failed');
}

/** Goes on where training ended: another page could only read what this one has open. */
async function photographExport({ page, snap, folder }) {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.locator('.cm-content').waitFor();
  await snap('export-before', { isMain: true });
  await dialog.locator('footer input').fill(`${folder}/digits`);
  await dialog.locator('footer button').last().click();
  await dialog.locator('[data-tone=ok]').first().waitFor({ timeout: 120_000 });
  await snap('export-verified', { isMain: true });
  await dialog.locator('footer input').fill('/proc/nowhere');
  await dialog.locator('footer button').last().click();
  await dialog.locator('[data-tone=danger]').first().waitFor({ timeout: 30_000 });
  await snap('export-failed');
}

export const scenes = [
  { name: 'design', take: photographDesign },
  {
    name: 'data',
    async take({ page, snap }) {
      await open(page, 'penguins');
      await page.keyboard.press('Alt+1');
      await page.getByRole('columnheader').first().waitFor();
      await page.waitForTimeout(1500);
      await snap('data', { isMain: true });
      await page.locator('main aside button[aria-expanded=false]').nth(2).click();
      await page.waitForTimeout(1500);
      await snap('data-step');
    },
  },
  {
    name: 'pictures',
    async take({ page, snap }) {
      await open(page, 'mnist-cnn');
      await page.keyboard.press('Alt+1');
      await page.waitForTimeout(4000);
      await snap('data-pictures');
    },
  },
  {
    name: 'problem',
    async take({ page, snap }) {
      await open(page, 'digits-resnet');
      await page.keyboard.press('F8');
      await page.locator('article').first().hover();
      await page.waitForTimeout(300);
      await snap('problem', { isMain: true });
    },
  },
  {
    name: 'empty',
    async take({ page, snap }) {
      await open(page, 'untitled');
      await snap('empty');
      await page.locator('[data-region=canvas]').focus();
      await page.keyboard.press('a');
      await page.waitForTimeout(300);
      await snap('quick-add');
    },
  },
  {
    name: 'deep',
    async take({ page, snap }) {
      await open(page, 'a-deep-network-with-a-name-that-does-not-fit-into-the-top-bar');
      await page.locator('[data-region=canvas]').focus();
      await page.keyboard.press('f');
      await page.waitForTimeout(500);
      await card(page, 'the_layer_that_looks_at_all_of_the_features_once_more').click();
      await snap('deep', { isMain: true });
    },
  },
  {
    name: 'train',
    async take(taken) {
      await photographTraining(taken);
      await photographExport(taken);
    },
  },
  {
    name: 'welcome',
    async take({ page, snap }) {
      await page.waitForTimeout(800);
      await snap('welcome', { isMain: true });
      await page.locator('[data-template=two-inputs]').click();
      await page.locator('[data-region=canvas]').waitFor();
      await snap('unsaved');
    },
  },
];
