import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { appRoot, builtProgram } from '../hosts/builtProgram.ts';
import { ensureElectron } from './setup.mjs';

/** The program in a real Electron window, with a home of its own. */
export interface OpenProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** An empty folder for what the test writes. */
  readonly folder: string;
  /** The program's user data; give it to a second `openProgram` to start again with it. */
  readonly home: string;
}

/** Opens the program. Needs a display: `npm test` starts one. */
export async function openProgram(
  options: {
    readonly home?: string;
    readonly argv?: readonly string[];
    /** Added to this process's environment. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<OpenProgram> {
  await builtProgram();
  const base = await realpath(await mkdtemp(join(tmpdir(), 'strata-electron-')));
  const folder = join(base, 'files');
  await mkdir(folder);
  const home = options.home ?? join(base, 'home');
  const app = await _electron.launch({
    executablePath: await ensureElectron(),
    // Chromium's own sandbox refuses to run as root.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appRoot, ...(options.argv ?? [])],
    env: { ...definedEnv(), ...options.env, STRATA_HOME: home },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page, folder, home };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
