// `npm run bench -- limits [--rounds N]`: what must not grow with a net. How fast an embedding of 100,000 rows trains beside one
// of 10,000, and how long recurrent nets of 100 and 500 steps take until their first step is done. Each measurement is a
// process of its own; medians are printed and written to build/bench-limits.json.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { ensureEngine } from '../setup/engine.mjs';
import { root } from '../../main/launch/build.mjs';
import { bundle, median } from './bundle.mjs';

/** Greatest allowed: seconds until ready, bytes. */
const recurrent = [
  { steps: 100, seconds: 2, bytes: 1.5e9 },
  { steps: 500, seconds: 15, bytes: 1.5e9 },
];

const greatestRatio = 2;

function measure(file, args) {
  return new Promise((resolve, reject) => {
    const child = fork(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.once('exit', (code, signal) => reject(new Error(`${args.join(' ')}: ${signal ?? code}`)));
    child.once('message', (message) => {
      child.kill();
      if (message.reason) reject(new Error(message.reason));
      else resolve(message);
    });
  });
}

async function medians(file, args, rounds) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await measure(file, args));
  const of = (key) => median(all.map((each) => each[key]));
  return {
    readySeconds: of('readySeconds'),
    examplesPerSecond: of('examplesPerSecond'),
    examplesPerCpuSecond: of('examplesPerCpuSecond'),
    peakBytes: of('peakBytes'),
  };
}

/** @param {{rounds: number}} options */
export async function benchLimits({ rounds }) {
  process.env.STRATA_ENGINES = await ensureEngine();
  const file = await bundle('limits');
  const report = { rounds, vocabulary: [], recurrent: [] };
  for (const rows of [10_000, 100_000]) {
    const result = await medians(file, ['vocabulary', String(rows)], rounds);
    report.vocabulary.push({ rows, ...result });
    console.log(
      `embedding of ${rows} rows: ${result.examplesPerSecond.toFixed(0)} examples/s, ${result.examplesPerCpuSecond.toFixed(0)} per CPU-s`,
    );
  }
  const [small, large] = report.vocabulary;
  report.vocabularyRatio = small.examplesPerSecond / large.examplesPerSecond;
  report.vocabularyCpuRatio = small.examplesPerCpuSecond / large.examplesPerCpuSecond;
  console.log(
    `  ${report.vocabularyRatio.toFixed(2)} times as long, ${report.vocabularyCpuRatio.toFixed(2)} times the processor time; at most ${greatestRatio}: ${verdict(report.vocabularyRatio <= greatestRatio)}`,
  );
  for (const kind of ['lstm', 'gru']) {
    for (const { steps, seconds, bytes } of recurrent) {
      const result = await medians(file, [kind, String(steps)], rounds);
      report.recurrent.push({ kind, steps, ...result });
      const { readySeconds, examplesPerSecond, peakBytes } = result;
      console.log(
        `${kind} of ${steps} steps: ready in ${readySeconds.toFixed(2)} s (at most ${seconds}), ${(peakBytes / 1e6).toFixed(0)} MB (at most ${bytes / 1e6}), then ${examplesPerSecond.toFixed(0)} examples/s: ${verdict(readySeconds <= seconds && peakBytes <= bytes)}`,
      );
    }
  }
  writeFileSync(`${root}build/bench-limits.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log('\nWritten to build/bench-limits.json.');
}

function verdict(isKept) {
  return isKept ? 'kept' : 'NOT KEPT';
}
