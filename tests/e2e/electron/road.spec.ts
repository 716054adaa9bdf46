import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openProgram } from '../../electron/openProgram.ts';
import { layer, openTemplate, walkTheRoad } from '../road.ts';

test('the whole road in Electron', async () => {
  const { app, page, folder } = await openProgram();
  await walkTheRoad(page, folder);
  await app.evaluate(
    ({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    },
    join(folder, 'digits.strata'),
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+S');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  const saved = JSON.parse(await readFile(join(folder, 'digits.strata'), 'utf8')) as {
    readonly format: string;
  };
  expect(saved.format).toBe('strata');
  await app.close();
});

test('what was drawn survives a killed program', async () => {
  const first = await openProgram();
  await openTemplate(first.page, 'Table, yes or no');
  await layer(first.page, 'dense').click();
  await first.page.getByRole('textbox', { name: 'Units' }).fill('77');
  await expect(layer(first.page, 'dense')).toHaveAccessibleName(/Output 77/);
  // Autosave follows a change within a second.
  await first.page.waitForTimeout(2500);
  const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await gone;

  const second = await openProgram({ home: first.home });
  await second.page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click();
  await expect(layer(second.page, 'dense')).toHaveAccessibleName(/Output 77/);

  // Closing with changes that are in no file asks first; going back keeps the window.
  await second.app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBoxSync = () => 1;
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect(layer(second.page, 'dense')).toBeVisible();
  await second.app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 0;
  });
  await second.app.close();
});

test('a file given to the program is opened', async () => {
  const first = await openProgram();
  await openTemplate(first.page, 'Two inputs');
  const path = join(first.folder, 'two.strata');
  await first.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
  await first.page.keyboard.press('Control+S');
  await expect(first.page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await first.app.close();

  const second = await openProgram({ argv: [path] });
  await expect(second.page.getByRole('main', { name: 'Canvas' })).toBeVisible();
  await expect(second.page.getByRole('button', { name: /Network two/ })).toBeVisible();
  await second.app.close();
});
