import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { weightedDocument, weightedRate } from '#main/engine/data/preparation/weightedForTests.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import { graphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import { withFunctions } from '#main/engine/graphMode/recorder.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { Stepper } from '#main/engine/train/stepper.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { losses } from '#shared/training/losses/index.ts';

const steps = 20;
const batchSize = 8;
const settings = { seed: 1, batchSize };

const folder = mkdtempSync(path.join(tmpdir(), 'strata-weights-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let native: OpenedNative;
beforeAll(async () => {
  if (hasNative) native = await openNativeForTests();
});

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

async function prepare(loss: (typeof losses)[number], data: Partial<DataRecipe>, budget?: number) {
  const document = weightedDocument(folder, loss, data);
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const loaded = valueOf(
    await loadExamples(tf, document, facts, null, {
      seed: 1,
      ...(budget === undefined ? {} : { budget }),
    }),
  );
  return { training, examples: loaded.examples, close: () => loaded.close() };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** The losses of steps and of a test, then the weights. */
async function take({ training, examples }: Prepared, stepper: Stepper, learningRate: number) {
  const numbers: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const rows = Uint32Array.from({ length: batchSize }, (_, row) => (step * 5 + row) % 32);
    const all = await stepper.train([{ rows, step, learningRate }]);
    numbers.push(...all.flatMap(({ values }) => [...values]));
  }
  const part = examples.validation ?? examples.train;
  const tested = await stepper.test(
    part,
    Uint32Array.from({ length: batchSize }, (_, row) => row),
  );
  stepper.saveWeights();
  stepper.free();
  const weights = training.model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  return [...numbers, ...tested.values, ...weights];
}

describe.skipIf(!hasNative)('a recorded step of examples with weights', () => {
  const windows = { length: 1, horizon: 1, stride: 1, series: null };
  test.each([
    ...losses.map((loss) => [loss.kind, loss, {}, undefined] as const),
    ...losses
      .slice(0, 1)
      .flatMap((loss) => [
        ['what lies on disk', loss, {}, 0] as const,
        ['windows', loss, { windows }, undefined] as const,
      ]),
  ])('%s: the numbers of tfjs, one call a step', async (_, loss, data, budget) => {
    const one = await prepare(loss, data);
    const rate = weightedRate(loss);
    const eager = eagerStepper(tf, one.training, one.examples, settings);
    const expected = await take(one, eager, rate);
    one.training.model.dispose();
    const two = await prepare(loss, data, budget);
    let calls = 0;
    const binding = withFunctions(native.binding, {
      runSavedModel: (...given) => {
        calls += 1;
        return native.binding.runSavedModel(...given);
      },
    });
    const stepper = graphStepper({ ...native, binding }, two.training, two.examples, settings);
    calls = 0;
    const found = await take(two, stepper, rate);
    await two.close();
    two.training.model.dispose();
    expect(calls).toBe(steps + 2);
    expect(found).toHaveLength(expected.length);
    const scale = Math.max(...expected.map(Math.abs));
    const differences = found.map((value, index) => Math.abs(value - (expected[index] ?? NaN)));
    expect(Math.max(...differences) / scale).toBeLessThan(1e-5);
  });
});
