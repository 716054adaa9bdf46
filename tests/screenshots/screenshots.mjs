// `npm run screenshots`: photographs every screen of the real page, served by the real program. All pictures go to
// build/screenshots/, the ones that the documents show to resources/screenshots/. `npm run screenshots -- design train`
// takes only these scenes.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { buildStale } from '../../main/launch/build.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { writeDocuments } from './documents.mjs';
import { scenes } from './scenes.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const allFolder = join(root, 'build/screenshots');
const keptFolder = join(root, 'resources/screenshots');
const languages = { en: 'en-US', zh: 'zh-CN' };
const usual = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };
/** The smallest window, and a usual one at 200 % zoom. */
const small = [
  { width: 960, height: 600 },
  { width: 640, height: 400 },
];
/** Pictures that are committed: their name, and the one they are taken from. */
const kept = {
  welcome: 'welcome-light-en',
  'welcome-dark': 'welcome-dark-en',
  'welcome-zh': 'welcome-light-zh',
  'design-light': 'design-light-en',
  'design-dark': 'design-dark-en',
  'design-zh': 'design-light-zh',
  'design-empty': 'empty-light-en',
  'design-large': 'deep-light-en',
  'code-pane': 'code-pane-light-en',
  'data-light': 'data-light-en',
  'data-dark': 'data-step-dark-en',
  'data-zh': 'data-light-zh',
  'data-pictures': 'data-pictures-light-en',
  'problem-light': 'problem-light-en',
  'problem-dark': 'problem-dark-en',
  'problem-zh': 'problem-light-zh',
  train: 'train-during-light-en',
  'train-dark': 'train-compared-dark-en',
  'train-zh': 'train-during-light-zh',
  'train-failed': 'train-failed-light-en',
  export: 'export-verified-light-en',
  'export-dark': 'export-verified-dark-en',
  'export-zh': 'export-verified-light-zh',
  menu: 'menu-light-en',
  commands: 'commands-dark-en',
  files: 'files-light-en',
  shortcuts: 'shortcuts-light-en',
  devices: 'devices-dark-en',
};

const wanted = process.argv.slice(2);
await buildStale({ say: console.error });
mkdirSync(allFolder, { recursive: true });
mkdirSync(keptFolder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  for (const language of Object.keys(languages)) await photographAll(language);
} finally {
  await browser.close();
}

/** All scenes in one language, with a program and a home of their own. */
async function photographAll(language) {
  const base = mkdtempSync(join(tmpdir(), 'strata-screens-'));
  const home = join(base, 'home');
  writeDocuments(join(home, 'Networks'));
  const server = await serve(base, home);
  try {
    for (const scene of scenes) {
      if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
      await photograph(scene, language, server, home);
    }
  } finally {
    await server.close();
    rmSync(base, { recursive: true, force: true });
  }
}

async function photograph(scene, language, server, folder) {
  const page = await browser.newPage({
    viewport: usual,
    locale: languages[language],
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => console.error(`  console: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`  page: ${error.message}`));
  const snap = async (name, { isMain = false } = {}) => {
    for (const size of isMain ? [usual, large, ...small] : [usual]) {
      await page.setViewportSize(size);
      for (const theme of size.width < usual.width ? ['light'] : ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(250);
        await take(
          page,
          [name, theme, language, ...(size === usual ? [] : [size.width])].join('-'),
        );
      }
    }
    await page.setViewportSize(usual);
    await page.emulateMedia({ colorScheme: 'light' });
  };
  console.error(`${scene.name}, ${language}`);
  try {
    await page.goto(server.url);
    await page.locator('main').first().waitFor();
    await scene.take({ page, snap, serverPid: server.pid, folder, language });
  } catch (error) {
    console.error(`  ${error.message}`);
    await page.screenshot({ path: join(allFolder, `failed-${scene.name}-${language}.png`) });
    process.exitCode = 1;
  }
  await page.close();
}

async function take(page, full) {
  const path = join(allFolder, `${full}.png`);
  await page.screenshot({ path });
  for (const [name, from] of Object.entries(kept)) {
    if (from !== full) continue;
    const target = join(keptFolder, `${name}.png`);
    copyFileSync(path, target);
    console.error(`  ${name}.png: ${Math.round(statSync(target).size / 1024)} KB`);
  }
}

function serve(base, home) {
  const child = spawn(process.execPath, [join(root, 'build/main/cli.cjs'), 'serve', '--no-open'], {
    cwd: home,
    env: { ...process.env, STRATA_HOME: join(base, 'strata'), STRATA_APP_ROOT: root, HOME: home },
  });
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const [url] = /http:\/\/\S+/.exec(output) ?? [];
      if (url) resolve({ url, pid: child.pid, close });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`strata serve ended: ${output}`)));
  });
}
