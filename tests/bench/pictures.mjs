// `npm run bench -- pictures [--examples N] [--size PX] [--rounds N]`: N JPEGs (4,000) of 224 × 224 in four classes are read, and a small network is
// trained with them for one epoch, by Strata's engine and by tf.data and Keras, in alternation. Prints pictures a second, pictures a
// second of processor time, and how long the device waited for pictures.
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStale, root } from '../../main/launch/build.mjs';
import { ensureEngine } from '../setup/engine.mjs';
import { bundle, median } from './bundle.mjs';
import { ensureBenchPython } from './setup.mjs';

function ours(script, args, home) {
  return new Promise((resolve, reject) => {
    const env = { UV_THREADPOOL_SIZE: String(Math.max(4, cpus().length)), ...process.env };
    const child = fork(script, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...env, STRATA_HOME: home },
    });
    let answer = null;
    child.once('message', (message) => {
      answer = message;
      child.kill();
    });
    child.once('exit', (code, signal) => {
      if (answer && !answer.reason) resolve(answer);
      else reject(new Error(`${args.join(' ')}: ${answer?.reason ?? signal ?? code}`));
    });
  });
}

function theirs(python, job, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [`${root}tests/bench/pictures.py`, job, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(text.trim().split('\n').at(-1)));
      else reject(new Error(`tf.data ended with ${code}`));
    });
  });
}

/** @param {{rounds: number, count: number, size: number}} options */
export async function benchPictures({ rounds, count, size }) {
  await buildStale({ say: console.error });
  process.env.STRATA_ENGINES = await ensureEngine();
  const script = await bundle('picturesContender');
  await bundle('augmentWorker', 'main/engine/feed/augmentWorker.ts');
  const python = await ensureBenchPython();
  const home = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const folder = join(home, 'pictures');
  const contenders = {
    'Strata reads': () => ours(script, ['decode', folder], home),
    'tf.data reads': () => theirs(python, 'decode', folder),
    'tf.data reads, the same filter': () => theirs(python, 'smooth', folder),
    'Strata trains, pictures in memory': () => ours(script, ['train', folder, 'memory'], home),
    'Strata trains, pictures on disk': () => ours(script, ['train', folder, 'disk'], home),
    'Strata trains, augmented': () => ours(script, ['train', folder, 'augmented'], home),
    'tf.data and Keras train': () => theirs(python, 'train', folder),
  };
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  try {
    console.log(
      `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds`,
    );
    const { bytes } = await ours(script, ['write', folder, String(count), String(size)], home);
    console.log(`${count} JPEGs of ${size} × ${size}, ${(bytes / count / 1e3).toFixed(1)} kB each`);
    for (let round = 0; round < rounds; round++) {
      for (const [name, run] of Object.entries(contenders)) {
        // What was prepared before is not used again.
        rmSync(join(home, 'cache'), { recursive: true, force: true });
        results[name].push({ ...(await run()), load: loadavg()[0] });
      }
    }
    console.log(
      '                                     pictures/s   per CPU-s   seconds   waited   memory    loss',
    );
    for (const [name, all] of Object.entries(results)) {
      const of = (key) => median(all.map((each) => each[key] ?? 0));
      console.log(
        `  ${name.padEnd(34)}` +
          (count / of('seconds')).toFixed(0).padStart(11) +
          (count / of('cpuSeconds')).toFixed(0).padStart(12) +
          `${of('seconds').toFixed(2)} s`.padStart(10) +
          (all[0].waitSeconds === undefined ? '' : `${of('waitSeconds').toFixed(2)} s`).padStart(
            9,
          ) +
          `${(of('peakBytes') / 1e6).toFixed(0)} MB`.padStart(9) +
          (all[0].loss === undefined ? '' : of('loss').toFixed(3)).padStart(8),
      );
    }
    const ratio = (one, other) =>
      median(results[one].map((each, round) => results[other][round].cpuSeconds / each.cpuSeconds));
    console.log(
      `Strata reads ${ratio('Strata reads', 'tf.data reads').toFixed(2)} times as many pictures per core as tf.data, ` +
        `${ratio('Strata reads', 'tf.data reads, the same filter').toFixed(2)} times as many as with the same filter; load ${loadavg()[0].toFixed(1)}.`,
    );
    writeFileSync(
      `${root}build/bench-pictures.json`,
      `${JSON.stringify({ processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version, count, size, bytes, results }, null, 2)}\n`,
    );
    console.log('Written to build/bench-pictures.json.');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
