import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { openTemplate } from '../road.ts';
import { servePage } from '../servedPage.ts';
import type { ServedPage } from '../servedPage.ts';

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage();
});
test.afterAll(() => served.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the welcome screen', async ({ page }) => {
      await page.goto(served.url);
      await page.getByRole('button', { name: /^MNIST CNN/ }).waitFor();
      await expectAccessible(page);
    });

    test('Design: a layer, the code, a problem', async ({ page }) => {
      await openDesign(page);
      await page.locator('[data-card=conv2d_1]').click();
      await expectAccessible(page);
      await page.getByRole('button', { name: /^Advanced/ }).click();
      await page.keyboard.press('Control+\\');
      await page.getByRole('complementary', { name: 'Code' }).locator('.cm-content').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Control+\\');
      await page
        .getByRole('textbox', { name: /^Kernel size/ })
        .first()
        .fill('30');
      await page.getByRole('button', { name: /^Fix \d problem/ }).click();
      await page.locator('article').first().waitFor();
      await expectAccessible(page);
    });

    test('Data: rows, a step, the steps, pictures', async ({ page }) => {
      await page.goto(served.url);
      await openTemplate(page, 'Penguins');
      await page.keyboard.press('Alt+1');
      await page.getByRole('table').locator('tbody td').first().waitFor();
      await expect(page.getByText(/^Rows 1/)).toBeVisible();
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /^Role and kind of/ })
        .first()
        .click();
      await page.getByRole('menuitemradio', { name: 'Group' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: /Standardize/ })
        .last()
        .click();
      await page.getByText(/^Learned/).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Add step' }).click();
      await page.getByRole('searchbox', { name: 'Search steps' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^MNIST digits/ }).click();
      await page
        .getByRole('img', { name: /^Picture of row/ })
        .first()
        .waitFor();
      await expectAccessible(page);
    });

    test('Train before a run', async ({ page }) => {
      await openDesign(page);
      await page.keyboard.press('Alt+3');
      await page.getByText(/^Ready: /).waitFor();
      await expectAccessible(page);
    });

    test('Train after a run', async ({ page }) => {
      await page.goto(served.url);
      await openTemplate(page, 'Spiral playground');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/^Done/).first().waitFor({ timeout: 60_000 });
      await expectAccessible(page);
    });

    test('the dialogs', async ({ page }) => {
      await openDesign(page);
      for (const keys of ['Control+e', 'Control+k', 'Control+o']) {
        await page.keyboard.press(keys);
        await page.getByRole('dialog').waitFor();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.getByRole('button', { name: /^Trains on:/ }).click();
      await page.getByRole('radio', { name: /^Automatic/ }).waitFor();
      await expectAccessible(page);
    });
  });
}

test('Chinese: every control has a name, nothing is too faint', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(served.url);
  await page.locator('[data-template=mnist-cnn]').click();
  await page.locator('[data-card=conv2d_1]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expectAccessible(page);
  await page.close();
});

test('a dialog keeps the focus and gives it back', async ({ page }) => {
  await openDesign(page);
  const opener = page.getByRole('button', { name: /^Trains on:/ });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press(press < 5 ? 'Tab' : 'Shift+Tab');
    expect(await holdsFocus(dialog)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  const card = page.locator('[data-card=conv2d_1]');
  await card.focus();
  await page.keyboard.press('Control+e');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
});

test('reduced motion: nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDesign(page);
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .flatMap(({ transitionDuration, animationDuration }) =>
        `${transitionDuration}, ${animationDuration}`.split(', '),
      )
      .filter((duration) => parseFloat(duration) > 0),
  );
  expect(durations).toEqual([]);
});

test('at 200 % zoom everything can be reached without scrolling sideways', async ({ page }) => {
  // A window of 1280 px at 200 % has 640 CSS pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto(served.url);
  await expectNoSideScroll(page);
  await openTemplate(page, 'MNIST CNN');
  await expectNoSideScroll(page);
  await expect(page.getByRole('button', { name: 'Train', exact: true }).last()).toBeInViewport();
  await page.locator('[data-card=conv2d]').click();
  const filters = page.getByRole('textbox', { name: 'Filters' });
  await filters.scrollIntoViewIfNeeded();
  await expect(filters).toBeInViewport();
  await page.keyboard.press('Alt+3');
  await page.getByText(/^Ready: /).waitFor();
  await expectNoSideScroll(page);
});

async function openDesign(page: Page): Promise<void> {
  await page.goto(served.url);
  await openTemplate(page, 'MNIST CNN');
}

function holdsFocus(region: Locator): Promise<boolean> {
  return region.evaluate((element) => element.contains(document.activeElement));
}

async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}

/** No violation that axe calls serious or critical: names, roles, contrast. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    });
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, any }) =>
            `${id}: ${html.slice(0, 160)} ${any
              .map(({ message }) => message)
              .join('; ')
              .slice(0, 200)}`,
        ),
      );
  });
  expect(violations).toEqual([]);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
