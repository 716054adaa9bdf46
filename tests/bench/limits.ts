// One process of `npm run bench -- limits`: makes a net ready to train (compiles it, records it, takes a first step), then
// takes steps for some seconds. Arguments: vocabulary ROWS, or lstm | gru STEPS.
import * as tf from '@tensorflow/tfjs';
import { chain } from './workloads.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import type { Dataset } from '#main/engine/data/source/table.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { bindingFolderOf, folderOf } from '#main/engine/devices/native/engineFolder.ts';
import { setEnvironment, threadsFor } from '#main/engine/devices/native/environment.ts';
import { openNative } from '#main/engine/devices/native/openNative.ts';
import { packageFor } from '#main/engine/devices/native/platforms.ts';
import { graphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';

const [, , kind = '', size = ''] = process.argv;
const batchSize = 64;
const measuredMs = 2000;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const isVocabulary = kind === 'vocabulary';
const rows = isVocabulary ? Number(size) : 10_000;
const length = isVocabulary ? 100 : Number(size);

const document = chain(
  [length],
  [
    ['embedding', { inputDim: rows, outputDim: 64 }],
    isVocabulary ? ['globalAveragePooling1d'] : [kind, { units: 64 }],
    ['dense', { units: 1, activation: 'sigmoid' }],
  ],
  'binaryCrossentropy',
  batchSize,
  { dtype: 'int32' },
);

/** Random tokens. */
function tokens(): Dataset {
  const random = mulberry32(7);
  const count = 40 * batchSize;
  const values = Int32Array.from({ length: count * length }, () => Math.floor(random() * rows));
  const y = Uint8Array.from({ length: count }, () => (random() < 0.5 ? 0 : 1));
  return {
    test: null,
    train: {
      count,
      columns: [
        { name: 'x', shape: [length], values, classes: null },
        { name: 'y', shape: [1], values: y, classes: ['0', '1'] },
      ],
    },
  };
}

async function main(): Promise<void> {
  const facts = inferGraph(document.graph, document.blocks);
  setEnvironment(threadsFor(facts, batchSize));
  const own = packageFor('native-cpu');
  if (own === null) throw new Error('There is no native engine for this system.');
  const native = valueOf(await openNative({ folder: bindingFolderOf(folderOf(own).folder) }));
  registerGradients();
  const dataset = tokens();
  const began = performance.now();
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const examples = valueOf(await prepareExamples(tf, document, facts, dataset, document.seed));
  const stepper = graphStepper(native, training, examples, { seed: 1, batchSize });
  let step = 0;
  const take = async () => {
    const steps = Array.from({ length: stepper.stepsPerCall }, () => {
      const start = (step * batchSize) % dataset.train.count;
      const own = Uint32Array.from({ length: batchSize }, (_, row) => start + row);
      return { rows: own, step: step++, learningRate: 0.001 };
    });
    await stepper.train(steps);
  };
  await take();
  const readySeconds = (performance.now() - began) / 1000;
  await take();
  const first = step;
  const measured = performance.now();
  const cpu = process.cpuUsage();
  while (performance.now() - measured < measuredMs) await take();
  const examplesPerSecond = ((step - first) * batchSize) / ((performance.now() - measured) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({
    readySeconds,
    examplesPerCpuSecond: ((step - first) * batchSize) / ((user + system) / 1e6),
    examplesPerSecond,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  });
}

process.on('disconnect', () => process.exit(0));
main().catch((error: unknown) => {
  process.send?.({ reason: error instanceof Error ? error.message : String(error) });
});
