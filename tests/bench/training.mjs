// `npm run bench -- training`: Strata on TensorFlow against Keras on TensorFlow (as it comes, and with oneDNN on), Keras on
// JAX and plain tfjs-node. All train the same network on the same data by their own `fit`; their epochs alternate, so that
// a busy moment of the machine hits all alike. Prints medians and ratios, writes build/bench-training.json.
import { fork, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { bundle, median } from './bundle.mjs';
import { ensureBenchPython } from './setup.mjs';
import { buildStale, root } from '../../main/launch/build.mjs';
import { ensureEngine } from '../setup/engine.mjs';

const peers = {
  strata: { title: 'Strata', ours: true },
  'strata eager': { title: 'Strata, op by op', ours: true },
  'tfjs-node': { title: 'tfjs-node', ours: true },
  'keras-tf': { title: 'Keras-TF', env: { KERAS_BACKEND: 'tensorflow' } },
  'keras-tf-onednn': {
    title: 'Keras-TF, oneDNN',
    env: { KERAS_BACKEND: 'tensorflow', TF_ENABLE_ONEDNN_OPTS: '1' },
  },
  'keras-jax': { title: 'Keras-JAX', env: { KERAS_BACKEND: 'jax', JAX_PLATFORMS: 'cpu' } },
};

const usual = ['strata', 'keras-tf', 'keras-tf-onednn', 'keras-jax', 'tfjs-node'];

/** An epoch that takes longer than this is not asked for again. */
const longestEpochSeconds = 90;

/** Answers one after the other, from a process of either kind. */
function contender(name, workload, files, folder, most, python) {
  const { ours, env } = peers[name];
  const answers = [];
  const waiting = [];
  const push = (answer) => {
    const next = waiting.shift();
    if (next) next(answer);
    else answers.push(answer);
  };
  const child = ours
    ? fork(files.contender, [name, workload, String(most)], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
    : spawn(python, [`${root}tests/bench/contender.py`, folder], {
        env: { ...process.env, ...env },
        stdio: ['pipe', 'pipe', 'ignore'],
      });
  if (ours) child.on('message', push);
  else createInterface({ input: child.stdout }).on('line', (line) => push(JSON.parse(line)));
  child.on('exit', (code, signal) => push({ reason: `ended with ${signal ?? code}` }));
  return {
    next: () =>
      new Promise((resolve) => {
        const ready = answers.shift();
        if (ready) resolve(ready);
        else waiting.push(resolve);
      }),
    go: () => (ours ? child.send('go') : child.stdin.write('\n')),
    end: () => child.kill(),
  };
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]}: ${code}`))));
  });
}

function peakOfMachine(files) {
  return new Promise((resolve) => {
    const child = fork(files.contender, ['peak'], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.once('message', ({ flops }) => {
      resolve(flops ?? 0);
      child.kill();
    });
    child.once('exit', () => resolve(0));
  });
}

async function measure(workload, names, { rounds, most, files, python }) {
  const folder = `${root}build/bench/data-${workload.id}`;
  await run(process.execPath, [files.writeData, workload.id, folder, String(most)]);
  const racers = [];
  for (const name of names) {
    const began = performance.now();
    const racer = contender(name, workload.id, files, folder, most, python);
    const first = await racer.next();
    racers.push({
      name,
      racer,
      reason: first.reason ?? null,
      firstEpochSeconds: (performance.now() - began) / 1000,
      // The first epoch pays for compiling; only who is too slow is judged by it.
      epochs: first.seconds > longestEpochSeconds ? [first] : [],
    });
  }
  for (let round = 0; round < rounds; round++) {
    for (const each of racers) {
      if (each.reason !== null || each.epochs[0]?.seconds > longestEpochSeconds) continue;
      each.racer.go();
      const epoch = await each.racer.next();
      if (epoch.reason) each.reason = epoch.reason;
      else each.epochs.push(epoch);
    }
  }
  for (const { racer } of racers) racer.end();
  return racers.map(({ name, reason, firstEpochSeconds, epochs }) => ({
    name,
    reason,
    firstEpochSeconds,
    epochSeconds: epochs.map(({ seconds }) => seconds),
    cpuSeconds: epochs.map(({ cpuSeconds }) => cpuSeconds),
    peakBytes: epochs.at(-1)?.peakBytes ?? 0,
    loss: epochs.at(-1)?.loss ?? null,
    accuracy: epochs.at(-1)?.accuracy ?? null,
  }));
}

function print(results, examples) {
  const own = results.find(({ name }) => name === 'strata');
  console.log(
    '                      examples/s   per CPU-s   first epoch   memory   accuracy   Strata is: wall   per CPU',
  );
  for (const result of results) {
    const { name, reason, epochSeconds, cpuSeconds } = result;
    const title = `  ${peers[name].title.padEnd(18)}`;
    if (reason !== null) {
      console.log(`${title} ${reason.split('\n')[0]}`);
      continue;
    }
    const ratio = (key) =>
      own && own !== result && own.reason === null
        ? `${median(pairs(own, result, key)).toFixed(2)}×`
        : '';
    console.log(
      title +
        (examples / median(epochSeconds)).toFixed(0).padStart(13) +
        (examples / median(cpuSeconds)).toFixed(0).padStart(12) +
        `${result.firstEpochSeconds.toFixed(1)} s`.padStart(14) +
        `${(result.peakBytes / 1e6).toFixed(0)} MB`.padStart(10) +
        result.accuracy.toFixed(3).padStart(10) +
        ratio('epochSeconds').padStart(15) +
        ratio('cpuSeconds').padStart(13),
    );
  }
}

/** How much longer the other took, round by round: what ran at the same time is compared. */
function pairs(own, other, key) {
  return other[key].map((taken, round) => taken / (own[key][round] ?? own[key].at(-1)));
}

/** @param {{rounds: number, most: number, only: string[], against: string[]}} options */
export async function benchTraining({ rounds, most, only, against }) {
  await buildStale({ say: console.error });
  process.env.STRATA_ENGINES = await ensureEngine();
  const files = {
    contender: await bundle('contender'),
    writeData: await bundle('writeData'),
    list: await bundle('listWorkloads'),
  };
  const list = await new Promise((resolve) => {
    const child = fork(files.list, [String(most)]);
    child.once('message', resolve);
  });
  const names = against.length > 0 ? against : usual;
  const python = names.some((name) => !peers[name].ours) ? await ensureBenchPython() : null;
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
    sgemmFlops: await peakOfMachine(files),
  };
  console.log(
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}, sgemm ${(machine.sgemmFlops / 1e9).toFixed(0)} GFLOP/s; ${rounds} rounds`,
  );
  const report = { machine, rounds, results: [] };
  for (const workload of list.filter(({ id }) => only.length === 0 || only.includes(id))) {
    console.log(`\n${workload.id}  ${workload.title}, ${workload.examples} examples`);
    const results = await measure(workload, names, { rounds, most, files, python });
    print(results, workload.examples);
    const own = results.find(({ name, reason }) => name === 'strata' && reason === null);
    if (own && machine.sgemmFlops > 0) {
      const rate = (workload.examples / median(own.epochSeconds)) * workload.flopsPerExample;
      own.fractionOfPeak = rate / machine.sgemmFlops;
      console.log(
        `  Strata computes at ${(100 * own.fractionOfPeak).toFixed(0)} % of sgemm's rate.`,
      );
    }
    report.results.push({ ...workload, results });
    writeFileSync(`${root}build/bench-training.json`, `${JSON.stringify(report, null, 2)}\n`);
  }
  console.log('\nWritten to build/bench-training.json.');
}
