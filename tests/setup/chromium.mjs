// A real Chromium for the browser tests: the system's own, or Debian's.
import { existsSync } from 'node:fs';
import { ensurePackages, findProgram } from './packages.mjs';

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function findChromium() {
  return (
    process.env.STRATA_CHROMIUM ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    macPaths.find((path) => existsSync(path)) ??
    null
  );
}

/** Path of a Chromium, installed first where it is missing. STRATA_CHROMIUM names another. */
export async function ensureChromium() {
  await ensurePackages('Chromium', ['chromium', 'fonts-noto-cjk'], () =>
    findChromium() ? null : 'it is not installed',
  );
  return findChromium();
}

/** An X server for the Electron tests where there is no display. */
export async function ensureDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY) return;
  await ensurePackages('Xvfb', ['xvfb', 'xauth'], () =>
    findProgram('xvfb-run') && findProgram('Xvfb') ? null : 'it is not installed',
  );
}
