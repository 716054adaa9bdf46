// `npm run bench [-- portable] [--rounds N] [--seconds S]`: examples a second of training on each portable backend, medians of
// alternating rounds. Prints a table and writes build/bench.json.
// `npm run bench -- training [--rounds N] [--examples N] [--only W2,W3] [--against strata,keras-jax]`: see training.mjs.
// `npm run bench -- data [--rounds N]`: see data.mjs.
// `npm run bench -- limits [--rounds N]`: see limits.mjs.
// `npm run bench -- pictures [--examples N] [--size PX] [--rounds N]`: see pictures.mjs.
// `npm run bench -- page`: see page.mjs.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { root } from '../../main/launch/build.mjs';
import { bundle, median } from './bundle.mjs';
import { benchData } from './data.mjs';
import { benchLimits } from './limits.mjs';
import { benchPage } from './page.mjs';
import { benchPictures } from './pictures.mjs';
import { benchTraining } from './training.mjs';

const slowExamplesPerSecond = 5;

const groups = {
  portable: {
    workloads: [
      { id: 'W3', title: 'MNIST CNN, batch 64', template: 'mnist-cnn' },
      { id: 'W2', title: 'MNIST MLP, batch 64', template: 'mnist-mlp' },
    ],
    backends: ['wasm', 'stock wasm', 'stock cpu'],
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    examples: { type: 'string' },
    size: { type: 'string', default: '224' },
    only: { type: 'string', default: '' },
    against: { type: 'string', default: '' },
  },
});
const rounds = Number(values.rounds);
const milliseconds = Number(values.seconds) * 1000;
if (positionals[0] === 'training') {
  const list = (text) => text.split(',').filter((each) => each !== '');
  await benchTraining({
    rounds,
    most: Number(values.examples ?? 1e9),
    only: list(values.only),
    against: list(values.against),
  });
  process.exit(0);
}
if (positionals[0] === 'data') {
  await benchData({ rounds });
  process.exit(0);
}
if (positionals[0] === 'limits') {
  await benchLimits({ rounds });
  process.exit(0);
}
if (positionals[0] === 'pictures') {
  await benchPictures({
    rounds,
    count: Number(values.examples ?? 4000),
    size: Number(values.size),
  });
  process.exit(0);
}
const chosen = positionals.length === 0 ? Object.keys(groups) : positionals.filter(isGroup);
const unknown = positionals.filter((name) => name !== 'page' && !isGroup(name));
if (unknown.length > 0 || !(rounds >= 1) || !(milliseconds > 0)) {
  console.error(
    `Usage: npm run bench [-- ${Object.keys(groups).join(' | ')} | training | limits | data | page] [--rounds N] [--seconds S]`,
  );
  process.exit(2);
}

if (positionals.includes('page')) await benchPage();
if (chosen.length === 0) process.exit();

function isGroup(name) {
  return name in groups;
}

/** The next message of a child; a child that dies gives its exit as the reason. */
function nextMessage(child) {
  return new Promise((resolve) => {
    const end = (code, signal) => resolve({ reason: `ended with ${signal ?? code}` });
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message);
    });
  });
}

async function measure(workload, backends) {
  const runners = [];
  // One starts after the other: two that start at once would slow each other down.
  for (const backend of backends) {
    const child = fork(measureFile, [backend, workload.template], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const { reason, first } = await nextMessage(child);
    // A backend that needs longer than a minute for three steps is not asked for more than its first.
    const isSlow = first < slowExamplesPerSecond;
    runners.push({ backend, child, reason: reason ?? null, isSlow, rates: isSlow ? [first] : [] });
    if (reason || isSlow) child.kill();
  }
  for (let round = 0; round < rounds; round++) {
    for (const runner of runners.filter(({ reason, isSlow }) => reason === null && !isSlow)) {
      const answer = nextMessage(runner.child);
      runner.child.send(milliseconds);
      const { examplesPerSecond, reason } = await answer;
      if (reason) runner.reason = reason;
      else runner.rates.push(examplesPerSecond);
    }
  }
  return runners.map(({ backend, child, reason, rates }) => {
    if (child.connected) child.disconnect();
    return reason === null
      ? { backend, examplesPerSecond: median(rates), rounds: rates }
      : { backend, reason: reason.split('\n')[0] };
  });
}

const measureFile = await bundle('measure');

const report = {
  machine: { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
  rounds,
  secondsPerRound: milliseconds / 1000,
  results: [],
};
console.log(
  `${report.machine.processor}, ${report.machine.cores} cores, Node ${process.version}; ${rounds} rounds of ${milliseconds / 1000} s`,
);
for (const name of chosen) {
  for (const workload of groups[name].workloads) {
    console.log(`\n${workload.id}  ${workload.title}`);
    const results = await measure(workload, groups[name].backends);
    report.results.push({ workload: workload.id, title: workload.title, results });
    for (const { backend, examplesPerSecond, rounds: rates, reason } of results) {
      const text = reason
        ? `cannot train: ${reason}`
        : `${examplesPerSecond.toFixed(0).padStart(8)} examples/s   (${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)})`;
      console.log(`  ${backend.padEnd(12)} ${text}`);
    }
  }
}
writeFileSync(`${root}build/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
console.log('\nWritten to build/bench.json.');
