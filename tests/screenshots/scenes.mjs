// What is photographed. A scene gets a page with the welcome screen in its language; `snap` takes the picture in both
// themes and all sizes. Selectors are free of words, since the scenes are taken in two languages.
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
const epochsDone = (page) =>
  page.waitForFunction(
    () => document.querySelectorAll('[data-region=train] progress, [role=progressbar]').length > 0,
  );

/** Presses the banner's Train button and waits until the run shows figures. */
async function train(page) {
  await page.keyboard.press('Control+Enter');
  await page.locator('[role=progressbar]').first().waitFor({ timeout: 60_000 });
}

/** Waits until no run is going on any more: deleting it is possible. */
async function untilOver(page, runs) {
  const ended = page.locator('[data-region=train] li svg.lucide-trash-2');
  await ended.nth(runs - 1).waitFor({ timeout: 240_000 });
}

export const scenes = [
  {
    name: 'design',
    async take({ page, snap }) {
      await open(page, 'mnist-cnn');
      await card(page, 'conv2d_1').click();
      await snap('design', { large: true });
      await tab(page, 'code');
      await page.locator('.cm-content').waitFor();
      await snap('code-typescript');
      await page.locator('input[name=code-language]').nth(1).check({ force: true });
      await snap('code-keras');
      await tab(page, 'summary');
      await page.keyboard.press('Escape');
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
      await page
        .getByRole('dialog')
        .locator('[aria-pressed], button svg.lucide-folder')
        .first()
        .waitFor();
      await snap('files');
      await page.keyboard.press('Escape');
      await page.locator('[data-region=canvas]').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await snap('shortcuts');
      await page.keyboard.press('Escape');
      await page.locator('header button[aria-haspopup=dialog]').last().click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(500);
      await snap('devices');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'problem',
    async take({ page, snap }) {
      await open(page, 'digits-resnet');
      await page.keyboard.press('F8');
      await page.locator('article').first().hover();
      await page.waitForTimeout(300);
      await snap('problem', { large: true });
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
      await card(page, 'the_layer_that_looks_at_all_of_the_features_once_more').click({
        force: true,
      });
      await page.locator('[data-region=canvas]').focus();
      await page.keyboard.press('f');
      await page.waitForTimeout(500);
      await snap('deep', { large: true });
    },
  },
  {
    name: 'train',
    async take({ page, snap, state, serverPid }) {
      await open(page, 'playground');
      await page.keyboard.press('Alt+3');
      await page.waitForTimeout(500);
      if (!state.trained) {
        await snap('train-before');
        await train(page);
        await page.waitForFunction(() =>
          /[5-9]\d?/.test(document.querySelector('.uplot') ? '9' : ''),
        );
        await page.waitForTimeout(4000);
        await page.keyboard.press('Escape');
        await snap('train-during', { large: true, themes: ['light', 'dark'] });
        await untilOver(page, 1);
        await snap('train-done');
        await page
          .locator('[data-region=train] input[inputmode]')
          .first()
          .waitFor({ timeout: 2000 })
          .catch(() => {});
        await train(page);
        await untilOver(page, 2);
        await train(page);
        await page.waitForTimeout(3000);
        const [engine] = children(serverPid);
        process.kill(engine, 'SIGKILL');
        await page.waitForTimeout(1500);
        await snap('train-failed');
        state.trained = true;
      }
      await page.locator('[data-region=train] nav li button').nth(1).click();
      await page.locator('[data-region=train] nav li input').nth(2).check({ force: true });
      await page.waitForTimeout(300);
      await snap('train-compared', { large: true });
    },
  },
  {
    name: 'export',
    async take({ page, snap, state, folder }) {
      await open(page, 'playground');
      await page.keyboard.press('Control+e');
      const dialog = page.getByRole('dialog');
      await dialog.locator('.cm-content').waitFor();
      await snap('export-before', { large: true });
      state.exports = (state.exports ?? 0) + 1;
      await dialog.locator('input[type=text]').last().fill(`${folder}/playground-${state.exports}`);
      await dialog.locator('footer button').last().click();
      await dialog
        .locator('svg.lucide-circle-check, svg.lucide-shield-check, svg.lucide-badge-check')
        .first()
        .waitFor({ timeout: 120_000 });
      await snap('export-verified');
      await dialog.locator('input[type=text]').last().fill('/proc/nowhere');
      await dialog.locator('footer button').last().click();
      await page.waitForTimeout(2000);
      await snap('export-failed');
    },
  },
  {
    name: 'welcome',
    async take({ page, snap }) {
      await page.waitForTimeout(800);
      await snap('welcome', { large: true });
    },
  },
];

/** Processes that a process started. */
function children(pid) {
  return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
}
