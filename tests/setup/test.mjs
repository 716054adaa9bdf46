// `npm test`: gets what the tests need (Chromium, the test Electron, a Python with Keras), builds, and runs every test.
// `npm test -- unit`, `browser` or `electron` runs a part; further arguments go to that part's runner.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStale, root } from '../../main/launch/build.mjs';
import { ensureElectron } from '../electron/setup.mjs';
import { ensureKeras } from '../parity/setup.mjs';
import { ensureEngine } from './engine.mjs';
import { ensureChromium, ensureDisplay } from './chromium.mjs';

const [first, ...rest] = process.argv.slice(2);
const all = ['unit', 'browser', 'electron'];
const only = all.includes(first) ? first : null;
const more = only ? rest : process.argv.slice(2);
const parts = only ? [only] : all;
const reports = join(root, 'build/reports');

function run(command, args, env) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** Counts of a finished part, out of its runner's own report. */
function counts(part) {
  const path = join(reports, `${part}.json`);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (part === 'unit') {
    return {
      passed: report.numPassedTests,
      // A file that does not even load has no test in it, and is a failure all the same.
      failed:
        report.numFailedTests +
        (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
      skipped: report.numPendingTests,
    };
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped, secondTry: flaky };
}

async function prepare(name, work) {
  const started = Date.now();
  const value = await work();
  console.error(`${name}: ready (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return value;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const env = { STRATA_TEST_REPORTS: reports };
try {
  // One after the other: what is missing is then named at once, and progress stays readable.
  env.STRATA_CHROMIUM = await prepare('Chromium', ensureChromium);
  if (parts.includes('unit'))
    env.STRATA_PYTHON = await prepare('Python with Keras', () => ensureKeras());
  if (parts.includes('unit') || parts.includes('electron')) {
    await prepare('Display', ensureDisplay);
    env.STRATA_TEST_ELECTRON = await prepare('Test Electron', () => ensureElectron());
  }
  await prepare('Build', () => buildStale({ say: console.error }));
  env.STRATA_ENGINES = await prepare('Native engine', ensureEngine);
} catch (error) {
  console.error(`\nThe tests cannot start. ${error.message}`);
  process.exit(1);
}

const bin = (name) => join(root, 'node_modules', name);
const runners = {
  unit: [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'unit.json')}`,
  ],
  browser: [bin('@playwright/test/cli.js'), 'test', '--project=browser'],
  electron: [bin('@playwright/test/cli.js'), 'test', '--project=electron'],
};
const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY;
const total = { passed: 0, failed: 0, skipped: 0, secondTry: 0 };
for (const part of parts) {
  const node = [process.execPath, ...runners[part], ...more];
  // The unit part holds the contract suite, which opens Electron too.
  const [command, ...args] =
    needsDisplay && part !== 'browser'
      ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', ...node]
      : node;
  console.log(`\n== ${part}`);
  const code = await run(command, args, {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${part}.json`),
  });
  const result = counts(part);
  if (code !== 0 && result.failed === 0) result.failed = 1;
  for (const key of Object.keys(total)) total[key] += result[key] ?? 0;
}
const again =
  total.secondTry > 0 ? ` (${total.secondTry} passed only on a second try, see above)` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped${again}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
