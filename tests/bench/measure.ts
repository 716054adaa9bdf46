// One process of the benchmark: a workload on a backend. The parent asks for rounds by messages, so that the rounds of all
// backends alternate and a busy moment of the machine hits each of them.
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { openReferenceBackend } from '#main/engine/devices/referenceBackend.ts';
import { disposeBatch } from '#main/engine/train/eagerStepper.ts';
import { readStep, trainStep } from '#main/engine/train/trainStep.ts';
import { templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';

const [, , backend = '', templateId = ''] = process.argv;

/** Backends by name; `stock wasm` is tfjs's own, without our kernels. */
const backends: Readonly<Record<string, () => Promise<unknown>>> = {
  wasm: async () => valueOf(await openDevice('wasm')),
  'stock wasm': async () => {
    const require = createRequire(import.meta.url);
    setWasmPaths(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + path.sep);
    await tf.setBackend('wasm');
  },
  'stock cpu': openReferenceBackend,
};

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Prepares the workload; answers a function that trains for at least `ms` and gives examples a second. */
async function prepare(): Promise<(ms: number) => Promise<number>> {
  await backends[backend]?.();
  const document = templates.find(({ id }) => id === templateId)?.document;
  if (document === undefined) throw new Error(`No template ${templateId}.`);
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const dataset = valueOf(await loadDataset(document.data, null));
  const { train: examples } = valueOf(
    await prepareExamples(tf, document, facts, dataset, document.seed),
  );
  const { batchSize } = document.training;
  let start = 0;
  return async (ms) => {
    const began = performance.now();
    let count = 0;
    while (count === 0 || performance.now() - began < ms) {
      const rows = Uint32Array.from({ length: batchSize }, (_, i) => (start + i) % examples.count);
      const batch = await examples.batch(rows);
      await readStep(training, trainStep(tf, training, batch), batchSize);
      disposeBatch(batch);
      start += batchSize;
      count += batchSize;
    }
    return (count / (performance.now() - began)) * 1000;
  };
}

async function answer(): Promise<void> {
  try {
    const round = await prepare();
    // The first step pays for compiling and for growing the heap.
    const first = await round(0);
    process.on('message', (ms) => {
      void round(Number(ms)).then((examplesPerSecond) => process.send?.({ examplesPerSecond }));
    });
    process.send?.({ first });
  } catch (error) {
    process.send?.({ reason: error instanceof Error ? error.message : String(error) });
  }
}

process.on('disconnect', () => process.exit(0));
void answer();
