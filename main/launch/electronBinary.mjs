// The Electron that shows the window. npm installs the package without its binary (.npmrc: ignore-scripts), so the first
// start fetches it with electron's own downloader, which honours the user's mirror and proxy settings.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './build.mjs';

const folder = join(root, 'node_modules/electron');
const stallMs = 45_000;

/** Path of the installed binary, or null. Never resolves the package, which would start a download of its own. */
export function installedElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const path = override ? join(override, name ?? 'electron') : name && join(folder, 'dist', name);
  return path && existsSync(path) ? path : null;
}

/**
 * Fetches the binary with progress on standard error. Ctrl-C cancels it.
 * @returns {Promise<string>} path of the binary
 * @throws {Error} with one plain sentence where it cannot be had
 */
export async function fetchElectron() {
  if (!existsSync(folder)) throw new Error('the electron package is not installed: run npm ci.');
  const require = createRequire(join(folder, 'package.json'));
  const { version } = require('./package.json');
  const { downloadArtifact } = require('@electron/get');
  console.error(`Fetching Electron ${version} once (about 110 MB); Ctrl-C cancels.`);
  let lastChange = Date.now();
  let shown = -1;
  const download = downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: require('./checksums.json'),
    downloadOptions: {
      quiet: true,
      getProgressCallback: async ({ percent, transferred, total }) => {
        lastChange = Date.now();
        const percents = Math.floor(percent * 20) * 5;
        if (percents === shown || !total) return;
        shown = percents;
        const mb = (bytes) => (bytes / 1e6).toFixed(0);
        console.error(`  Electron: ${percents} %, ${mb(transferred)} of ${mb(total)} MB`);
      },
    },
  });
  let watch;
  const stalled = new Promise((_, reject) => {
    watch = setInterval(() => {
      if (Date.now() - lastChange > stallMs) reject(new Error('its download stands still.'));
    }, 1000);
  });
  try {
    await Promise.race([download, stalled]);
  } catch (error) {
    const why = String(error instanceof Error ? error.message : error).split('\n')[0];
    throw new Error(`Electron's binary cannot be fetched: ${why}`, { cause: error });
  } finally {
    clearInterval(watch);
  }
  // The archive lies in electron's cache now; its installer checks and unpacks it.
  const code = await new Promise((resolve) =>
    spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }).on('exit', resolve),
  );
  const path = installedElectron();
  if (code !== 0 || !path) throw new Error("Electron's archive could not be unpacked.");
  return path;
}
