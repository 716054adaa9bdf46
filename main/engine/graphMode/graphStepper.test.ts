import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import { graphStepper, openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import { withFunctions } from '#main/engine/graphMode/recorder.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import type { Stepper } from '#main/engine/train/stepper.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { Choice } from '#shared/training/training.ts';

let native: OpenedNative;

beforeAll(async () => {
  if (hasNative) native = await openNativeForTests();
});

function template(id: string): StrataDocument {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No template ${id}.`);
  return found.document;
}

function withOptimizer(document: StrataDocument, optimizer: Choice): StrataDocument {
  return { ...document, training: { ...document.training, optimizer } };
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

interface Prepared {
  readonly training: CompiledTraining;
  readonly examples: SplitExamples;
}

async function prepare(document: StrataDocument, budget?: number): Promise<Prepared> {
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const { examples } = valueOf(
    await loadExamples(tf, document, facts, null, {
      seed: document.seed,
      ...(budget === undefined ? {} : { budget }),
    }),
  );
  return { training, examples };
}

/** Takes steps of 16 examples; answers each step's values, a test's, and the weights afterwards. */
async function take({ training, examples }: Prepared, stepper: Stepper, steps: number) {
  const losses: number[][] = [];
  for (let step = 0; step < steps; step++) {
    const rows = Uint32Array.from({ length: 16 }, (_, row) => (step * 16 + row) % 160);
    const all = await stepper.train([{ rows, step, learningRate: 0.01 }]);
    losses.push(...all.map(({ values }) => [...values]));
  }
  const part = examples.validation ?? examples.train;
  const tested = await stepper.test(
    part,
    Uint32Array.from({ length: 16 }, (_, row) => row),
  );
  stepper.saveWeights();
  stepper.free();
  const weights = training.model.getWeights().map((weight) => Array.from(weight.dataSync()));
  return { losses, tested: tested.values, weights };
}

/** The largest difference of two lists, relative to the largest value. */
function difference(one: readonly number[], two: readonly number[]): number {
  let largest = 0;
  let scale = 1e-12;
  one.forEach((value, index) => {
    largest = Math.max(largest, Math.abs(value - (two[index] ?? Number.NaN)));
    scale = Math.max(scale, Math.abs(value));
  });
  return largest / scale;
}

describe.skipIf(!hasNative)('a recorded step', () => {
  test.each(['mnist-mlp', 'mnist-cnn', 'table-binary', 'text-lstm', 'two-inputs'])(
    '%s: the numbers of tfjs, one call a step',
    async (id) => {
      const document = withOptimizer(template(id), { kind: 'sgd', params: { learningRate: 0.01 } });
      const settings = { seed: document.seed, batchSize: 16 };
      const one = await prepare(document);
      const eager = await take(one, eagerStepper(tf, one.training, one.examples, settings), 20);
      one.training.model.dispose();
      const two = await prepare(document);
      let calls = 0;
      const binding = withFunctions(native.binding, {
        runSavedModel: (...given) => {
          calls++;
          return native.binding.runSavedModel(...given);
        },
      });
      const stepper = graphStepper({ ...native, binding }, two.training, two.examples, settings);
      calls = 0;
      const graph = await take(two, stepper, 20);
      // 20 steps, one test, one reading of the weights.
      expect(calls).toBe(22);
      graph.losses.forEach((values, step) => {
        expect(difference(eager.losses[step] ?? [], values)).toBeLessThan(1e-5);
      });
      expect(difference(eager.tested, graph.tested)).toBeLessThan(1e-5);
      graph.weights.forEach((values, index) => {
        expect(difference(eager.weights[index] ?? [], values)).toBeLessThan(1e-5);
      });
      two.training.model.dispose();
    },
  );
});

describe.skipIf(!hasNative)('data of other forms', () => {
  const series = (kind: string) =>
    smallDocument({
      shape: [3, 8],
      units: 1,
      loss: 'meanSquaredError',
      isFlattened: true,
      data: {
        source: { kind: 'generatedTable', params: { rows: 400 } },
        steps: [{ kind, features: ['columns'], params: {} }],
        split: { ...emptyRecipe.split, validation: 'split', validationFraction: 0.2 },
        windows: { length: 3, horizon: 1, stride: 1, series: null },
        bindings: { inputs: { x: ['columns'] }, outputs: { y: 'target' } },
      },
    });
  test.each([
    ['windows of rows that the graph divides', 'scale', undefined],
    ['windows of rows that the graph keeps', 'standardize', undefined],
    ['what lies on disk', 'standardize', 0],
  ])('%s', async (_, kind, budget) => {
    const sgd = { kind: 'sgd', params: { learningRate: 0.01 } };
    const document = withOptimizer(series(kind), sgd);
    const settings = { seed: 1, batchSize: 16 };
    const one = await prepare(document);
    const eager = await take(one, eagerStepper(tf, one.training, one.examples, settings), 12);
    one.training.model.dispose();
    const two = await prepare(document, budget);
    expect(two.examples.train.inputs[0]?.column === null).toBe(budget === 0);
    const graph = await take(two, graphStepper(native, two.training, two.examples, settings), 12);
    graph.losses.forEach((values, step) => {
      expect(difference(eager.losses[step] ?? [], values)).toBeLessThan(1e-5);
    });
    expect(difference(eager.tested, graph.tested)).toBeLessThan(1e-5);
    two.training.model.dispose();
  });
});

describe.skipIf(!hasNative)('the graph of a run', () => {
  test('5,000 steps leave as many tensors and as much memory as before', async () => {
    const prepared = await prepare(template('table-binary'));
    const settings = { seed: 1, batchSize: 16 };
    const stepper = graphStepper(native, prepared.training, prepared.examples, settings);
    const rows = Uint32Array.from({ length: 16 }, (_, row) => row);
    const go = async (steps: number) => {
      for (let step = 0; step < steps; step++) {
        await stepper.train([{ rows, step, learningRate: 0.001 }]);
      }
    };
    await go(2000);
    const tensors = native.binding.getNumOfTensors();
    const { rss } = process.memoryUsage();
    await go(5000);
    expect(native.binding.getNumOfTensors()).toBe(tensors);
    expect(process.memoryUsage().rss / rss).toBeLessThan(1.02);
    stepper.free();
    expect(native.binding.getNumOfSavedModels()).toBe(0);
    prepared.training.model.dispose();
  });

  test('several steps in a call give the numbers of single ones', async () => {
    const settings = { seed: 1, batchSize: 16 };
    const outcome = async (stepsPerCall: number) => {
      const prepared = await prepare(template('mnist-mlp'));
      const { training, examples } = prepared;
      const stepper = graphStepper(native, training, examples, settings, { stepsPerCall });
      const losses: number[] = [];
      for (let step = 0; step < 10; step += stepsPerCall) {
        const steps = Array.from({ length: Math.min(stepsPerCall, 10 - step) }, (_, index) => ({
          rows: Uint32Array.from({ length: 16 }, (_row, row) => (step + index) * 16 + row),
          step: step + index,
          learningRate: 0.01 / (1 + step + index),
        }));
        losses.push(...(await stepper.train(steps)).map(({ values }) => values[0] ?? 0));
      }
      stepper.saveWeights();
      stepper.free();
      const weights = training.model.getWeights().map((weight) => Array.from(weight.dataSync()));
      training.model.dispose();
      return { losses, weights };
    };
    const one = await outcome(1);
    const four = await outcome(4);
    expect(difference(one.losses, four.losses)).toBeLessThan(1e-6);
    one.weights.forEach((values, index) => {
      expect(difference(values, four.weights[index] ?? [])).toBeLessThan(1e-6);
    });
  });

  test('goes on from the weights that the model is given', async () => {
    const { training, examples } = await prepare(template('table-binary'));
    const settings = { seed: 1, batchSize: 16 };
    const stepper = graphStepper(native, training, examples, settings);
    const rows = Uint32Array.from({ length: 16 }, (_, row) => row);
    const part = examples.validation ?? examples.train;
    const before = await stepper.test(part, rows);
    stepper.saveWeights();
    const kept = training.model.getWeights().map((weight) => weight.clone());
    await stepper.train([{ rows, step: 0, learningRate: 0.1 }]);
    expect((await stepper.test(part, rows)).values).not.toEqual(before.values);
    training.model.setWeights(kept);
    stepper.loadWeights();
    expect((await stepper.test(part, rows)).values).toEqual(before.values);
    stepper.free();
    training.model.dispose();
  });

  test('what cannot be recorded is trained op by op, and the log says why', async () => {
    const { training, examples } = await prepare(template('table-binary'));
    const reading: CompiledTraining = {
      ...training,
      outputs: training.outputs.map((rule) => ({
        ...rule,
        lossKind: 'ours',
        loss: (target, output) =>
          tf.mul(rule.loss(target, output), output.max().dataSync()[0] ?? 1),
      })),
    };
    const settings = { seed: 1, batchSize: 16 };
    const { stepper, remarks } = openGraphStepper(native)(reading, examples, settings);
    expect(remarks).toEqual([
      {
        code: 'run.notRecorded',
        severity: 'warning',
        values: { reason: 'values are read in JavaScript while a step runs' },
      },
    ]);
    const rows = Uint32Array.from({ length: 16 }, (_, row) => row);
    const [values] = await stepper.train([{ rows, step: 0, learningRate: 0.1 }]);
    expect(values?.values[0]).toBeGreaterThan(0);
    training.model.dispose();
  });

  test('bytes stay bytes, and are divided in the graph', async () => {
    const { training, examples } = await prepare(template('mnist-mlp'));
    const sizes: (readonly [number, number])[] = [];
    const binding = withFunctions(native.binding, {
      createTensor: (shape, dtype, values) => {
        sizes.push([dtype, shape.reduce((a, b) => a * b, 1)]);
        return native.binding.createTensor(shape, dtype, values);
      },
    });
    const settings = { seed: 1, batchSize: 16 };
    const stepper = graphStepper({ ...native, binding }, training, examples, settings);
    const large = sizes.filter(([, size]) => size > 1_000_000);
    expect(large).toEqual([
      [native.binding.TF_UINT8, 60_000 * 784],
      [native.binding.TF_UINT8, 10_000 * 784],
    ]);
    stepper.free();
    training.model.dispose();
  });
});
