import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, expect, test } from '@playwright/test';
import { ensureElectron } from '../../electron/setup.mjs';
import { appRoot } from '../../hosts/builtProgram.ts';
import { walkTheRoad } from '../road.ts';

const run = promisify(execFile);

test('the packaged program walks the whole road without the project beside it', async () => {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'strata-packaged-')));
  const electron = await ensureElectron();
  await run(
    process.execPath,
    [
      join(appRoot, 'main/launch/dist.mjs'),
      '--dir',
      `-c.electronDist=${dirname(electron)}`,
      '-c.electronVersion=33.2.1',
      `-c.directories.output=${join(base, 'dist')}`,
    ],
    { cwd: appRoot, maxBuffer: 16 * 1024 * 1024 },
  );
  const app = await _electron.launch({
    executablePath: join(base, 'dist/linux-unpacked/strata'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    cwd: base,
    env: {
      PATH: process.env['PATH'] ?? '',
      DISPLAY: process.env['DISPLAY'] ?? '',
      XAUTHORITY: process.env['XAUTHORITY'] ?? '',
      HOME: base,
      STRATA_HOME: join(base, 'home'),
    },
  });
  expect(await app.evaluate(({ app: program }) => program.isPackaged)).toBe(true);
  const page = await app.firstWindow();
  await page.waitForLoadState();
  // The processor's library came along.
  const devices = await page.evaluate(() => {
    const { strataBridge } = window as unknown as {
      readonly strataBridge: { request(name: string, input: object): Promise<unknown> };
    };
    return strataBridge.request('listDevices', {});
  });
  expect(devices).toMatchObject({
    value: [{ id: 'cuda' }, { id: 'native-cpu', unavailable: null }, {}, { id: 'wasm' }],
  });
  await walkTheRoad(page, base);
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 0;
  });
  await app.close();
  await rm(base, { recursive: true, force: true });
});
