// One process of `npm run bench -- training`: a workload trained by Strata's loop on TensorFlow, or by tfjs's own `fit`. It
// trains a first epoch at once, then one each time it is told to.
import * as tf from '@tensorflow/tfjs';
import { datasetOf, workloads } from './workloads.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import { bindingFolderOf, folderOf } from '#main/engine/devices/native/engineFolder.ts';
import { packageFor } from '#main/engine/devices/native/platforms.ts';
import { setEnvironment, threadsFor } from '#main/engine/devices/native/environment.ts';
import { openNative } from '#main/engine/devices/native/openNative.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { graphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { registerNativeRepairs } from '#main/engine/graphMode/repairs/registerNativeRepairs.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import { trainLoop } from '#main/engine/train/trainLoop.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

const [, , contender = '', workloadId = '', most = ''] = process.argv;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Resolves when the parent wants the next epoch. */
function told(): Promise<void> {
  return new Promise((resolve) => {
    process.once('message', () => {
      resolve();
    });
  });
}

let began = performance.now();
let cpu = process.cpuUsage();

/** Tells the parent what the epoch took, and waits for the word to go on. */
async function epochDone(loss: number, accuracy: number): Promise<void> {
  const { user, system } = process.cpuUsage(cpu);
  process.send?.({
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    loss,
    accuracy,
  });
  await told();
  cpu = process.cpuUsage();
  began = performance.now();
}

/** Multiplications of two matrices of 2048 × 2048: the best of several, FLOP a second. */
function peak(): number {
  const size = 2048;
  const a = tf.randomNormal([size, size]);
  let best = 0;
  for (let round = 0; round < 8; round++) {
    const start = performance.now();
    const product = tf.matMul(a, a);
    product.slice([0, 0], [1, 1]).dataSync();
    best = Math.max(best, (2 * size ** 3) / ((performance.now() - start) / 1000));
    product.dispose();
  }
  return best;
}

async function main(): Promise<void> {
  const workload = workloads.find(({ id }) => id === workloadId);
  if (workload === undefined && contender !== 'peak') throw new Error(`No workload ${workloadId}.`);
  const { document, batchSize } = workload ?? workloads[0] ?? { document: null, batchSize: 1 };
  if (document === null || (workload === undefined && contender !== 'peak')) return;
  const facts = inferGraph(document.graph, document.blocks);
  const isOurs = contender.startsWith('strata');
  if (isOurs) setEnvironment(threadsFor(facts, batchSize));
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  if (contender === 'peak') process.env.TF_ENABLE_ONEDNN_OPTS = '1';
  const own = packageFor('native-cpu');
  if (own === null) throw new Error('There is no native engine for this system.');
  const folder = bindingFolderOf(folderOf(own).folder);
  const native = valueOf(await openNative({ folder }));
  if (contender === 'peak' || workload === undefined) {
    process.send?.({ flops: peak() });
    return;
  }
  const dataset = await datasetOf(workload, Number(most));
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const examples = valueOf(await prepareExamples(tf, document, facts, dataset, document.seed));
  if (!isOurs) {
    await fit();
    return;
  }
  registerGradients();
  registerNativeRepairs();
  const settings = { seed: 1, batchSize };
  const stepper =
    contender === 'strata eager'
      ? eagerStepper(tf, training, examples, settings)
      : graphStepper(native, training, examples, settings);
  const { shuffle, stopping, epochs } = document.training;
  await trainLoop(
    stepper,
    training,
    examples,
    { seed: 1, epochs, batchSize, shuffle, stopping },
    new RunControl(() => undefined),
    {
      batch: () => undefined,
      fault: () => null,
      epoch: async ({ loss, metrics }) => {
        await epochDone(loss, Object.values(metrics)[0] ?? 0);
        return ok(null);
      },
    },
  );

  /** tfjs-node as it is documented: compile and fit. */
  async function fit(): Promise<void> {
    const rows = Uint32Array.from({ length: examples.train.count }, (_, row) => row);
    const batch = await examples.train.batch(rows);
    const [output] = Object.values(document?.training.outputs ?? {});
    model.compile({
      optimizer: training.optimizer,
      loss: output?.loss.kind ?? '',
      metrics: ['accuracy'],
    });
    await model.fit([...batch.inputs], [...batch.targets], {
      batchSize,
      epochs: 1_000_000,
      shuffle: true,
      yieldEvery: 'never',
      callbacks: { onEpochEnd: (_, logs) => epochDone(logs?.['loss'] ?? 0, logs?.['acc'] ?? 0) },
    });
  }
}

process.on('disconnect', () => process.exit(0));
main().catch((error: unknown) => {
  process.send?.({ reason: error instanceof Error ? error.message : String(error) });
});
