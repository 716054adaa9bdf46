// `npm run bench -- page`: how quickly the page answers, in a real Chromium against the real web host. Prints a table and
// writes build/bench-page.json. Nothing is judged: on a busy machine a number says little, several runs say more.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { buildStale } from '../../main/launch/build.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { largeDocument } from './pageDocument.mjs';
import { dropFile, settle, timeUpdates, watchEvents, watchTasks } from './pageProbe.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const trainingMs = 20_000;
const otherStepMs = 4_000;

/** Runs all measurements; answers what was written to build/bench-page.json. */
export async function benchPage() {
  await buildStale({ say: console.log });
  const executablePath = await ensureChromium();
  const host = await serve();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  const open = async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.addInitScript(watchTasks);
    await page.goto(host.url);
    return page;
  };
  const report = {};
  try {
    console.log('\nUpdating all shapes after a change of the first layer (ms)');
    report.updates = await measureUpdates(browser);
    console.log(
      '\nAnswers to the user: until the page is free again / the next frame / the next card shows it (ms)',
    );
    report.answers = [];
    for (const layers of [200, 1000]) report.answers.push(await measureAnswers(open, layers));
    console.log('\nTasks longer than 50 ms while training MNIST CNN');
    report.training = await measureTraining(open);
  } finally {
    await host.close();
    await browser.close();
  }
  writeFileSync(`${root}build/bench-page.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log('\nWritten to build/bench-page.json.');
}

function serve() {
  const home = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const child = spawn(process.execPath, [`${root}build/main/cli.cjs`, 'serve', '--no-open'], {
    env: { ...process.env, STRATA_HOME: home, STRATA_APP_ROOT: root, HOME: home },
  });
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', () => {
        rmSync(home, { recursive: true, force: true });
        resolve();
      });
      child.kill('SIGKILL');
    });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const [url] = /http:\/\/\S+/.exec(output) ?? [];
      if (url) resolve({ url, close });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`strata serve ended: ${output}`)));
  });
}

/** The model alone: what an edit costs before anything is drawn. */
async function measureUpdates(browser) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        export { deriveFrom } from '#renderer/store/derive.ts';
        export { applyEdit } from '#shared/document/edit.ts';
        export { readDocument } from '#shared/document/readDocument.ts';`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'benchModel',
    write: false,
  });
  const page = await browser.newPage();
  await page.addScriptTag({
    content: `${outputFiles[0].text};globalThis.benchModel = benchModel;`,
  });
  const results = [];
  for (const layers of [200, 1000]) {
    const times = await page.evaluate(timeUpdates, [largeDocument(layers), 60]);
    // The first rounds pay for compiling.
    const result = { layers, ...summary(times.slice(10)) };
    results.push(result);
    say(`${layers} layers`, figures(result));
  }
  await page.close();
  return results;
}

const pointerTypes = ['mousedown', 'mousemove', 'mouseup', 'click'];

async function measureAnswers(open, layers) {
  const page = await open();
  const results = [];
  const measure = async (title, types, act) => {
    await page.evaluate(settle);
    await page.evaluate(watchEvents, [types, 'depthwise_conv2d']);
    await act();
    await page.evaluate(settle);
    const times = await page.evaluate(() => globalThis.benchTimes);
    const result = {
      title,
      task: summary(times.map(({ taskMs }) => taskMs)),
      frame: summary(times.map(({ frameMs }) => frameMs)),
      card: summary(times.flatMap(({ cardMs }) => cardMs ?? [])),
    };
    results.push(result);
    say(
      `${layers} layers, ${title}`,
      [result.task, result.frame, result.card].map(figures).join('  /'),
    );
  };
  const card = page.getByRole('group', { name: /, conv2d, / });
  const typing = async () => {
    const field = page.getByRole('textbox', { name: 'Filters' });
    await field.focus();
    for (let round = 0; round < 8; round += 1) {
      await page.keyboard.press('End');
      await page.keyboard.press(round % 2 === 0 ? '0' : 'Backspace');
      await page.evaluate(settle);
    }
  };
  const toCanvas = () => page.locator('[data-card=conv2d]').focus();

  await page.evaluate(dropFile, [`bench-${layers}.strata`, largeDocument(layers)]);
  await card.waitFor();
  await measure('select', pointerTypes, async () => {
    await page.locator('[data-card=depthwise_conv2d]').click();
    await card.click();
  });
  await measure('type', ['input'], typing);
  await measure('drag', pointerTypes, async () => {
    const box = await page.locator('[data-card=conv2d]').boundingBox();
    await page.mouse.move(box.x + 40, box.y + 50);
    await page.mouse.down();
    for (let step = 1; step <= 30; step += 1) {
      await page.mouse.move(box.x + 40 + step, box.y + 50 + step * 3);
    }
    await page.mouse.up();
  });
  await measure('connect', pointerTypes, async () => {
    const box = await page.locator('[data-card=conv2d]').boundingBox();
    await page.mouse.move(box.x + box.width, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 30; step += 1) {
      await page.mouse.move(box.x + box.width + step * 6, box.y + box.height / 2 + step * 3);
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.keyboard.press('Escape');
  });
  await card.click();
  await toCanvas();
  await measure('fit', ['keydown'], () => page.keyboard.press('f'));
  await measure('type, all in sight', ['input'], typing);
  await page.getByRole('tab', { name: 'Code' }).click();
  await measure('type, Code open', ['input'], typing);
  await page.close();
  return { layers, results };
}

async function measureTraining(open) {
  const page = await open();
  const results = [];
  const phase = async (title, act, ms) => {
    const began = await page.evaluate(() => performance.now());
    await act();
    await page.waitForTimeout(ms);
    const tasks = await page.evaluate(
      (start) => globalThis.benchTasks.filter(({ startTime }) => startTime >= start),
      began,
    );
    const durations = tasks.map(({ duration }) => Math.round(duration)).sort((a, b) => b - a);
    results.push({ title, seconds: ms / 1000, longTasksMs: durations });
    say(`${title}, ${ms / 1000} s`, durations.length === 0 ? 'none' : `${durations.join(', ')} ms`);
  };
  const step = (name) => () =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: /^MNIST CNN/ }).click();
  await page.getByRole('tab', { name: 'Summary' }).waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).last().click();
  await page.getByText(/of 938/).waitFor({ timeout: 120_000 });
  await phase('Train', () => {}, trainingMs);
  await phase('to Design', step('Design'), otherStepMs);
  await phase('Code open', () => page.getByRole('tab', { name: 'Code' }).click(), otherStepMs);
  await phase('back to Train', step('Train'), otherStepMs);
  await phase('to Design with Code', step('Design'), otherStepMs);
  await step('Train')();
  await page.getByRole('button', { name: /^Stop/ }).click();
  await page.close();
  return results;
}

function summary(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN);
  return { count: sorted.length, least: at(0), median: at(0.5), most: at(1) };
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function figures({ count, least, median, most }) {
  if (count === 0) return '';
  return `${median.toFixed(1).padStart(7)} (${least.toFixed(1)} to ${most.toFixed(1)})`;
}

function say(title, text) {
  console.log(`  ${title.padEnd(34)} ${text}`);
}
