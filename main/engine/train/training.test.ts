import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import type { Dataset, Table } from '#main/engine/data/source/table.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { asProblem } from '#main/engine/thrown.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import type { LoopEnd } from '#main/engine/train/trainLoop.ts';
import { trainLoop } from '#main/engine/train/trainLoop.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';
import type { BatchRecord, EpochRecord } from '#shared/protocol/types.ts';

beforeAll(async () => {
  expect((await openDevice('auto')).ok).toBe(true);
});

function template(id: string): StrataDocument {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No template ${id}.`);
  return found.document;
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The first examples of each part. */
function first(dataset: Dataset, train: number, testing: number): Dataset {
  const cut = (table: Table, count: number): Table => ({
    count,
    columns: table.columns.map((column) => ({
      ...column,
      values: column.values.slice(0, count * sizeOf(column.shape)),
    })),
  });
  return {
    train: cut(dataset.train, train),
    test: dataset.test === null ? null : cut(dataset.test, testing),
  };
}

interface Trained {
  readonly end: Result<LoopEnd>;
  readonly epochs: readonly EpochRecord[];
  readonly batches: readonly BatchRecord[];
  readonly best: readonly number[];
  readonly weights: readonly (readonly number[])[];
}

interface Options {
  readonly epochs?: number;
  readonly seed?: number;
  readonly dataset?: Dataset;
  readonly control?: RunControl;
  readonly onEpoch?: (record: EpochRecord) => void;
}

/** Trains a document as a run does, without its folder. */
async function train(document: StrataDocument, options: Options = {}): Promise<Trained> {
  const seed = options.seed ?? document.seed;
  const dataset = options.dataset ?? valueOf(await loadDataset(document.data, null));
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, { ...document, seed }, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const examples = valueOf(await prepareExamples(tf, document, facts, dataset, seed));
  const epochs: EpochRecord[] = [];
  const batches: BatchRecord[] = [];
  const best: number[] = [];
  const end = await trainLoop(
    eagerStepper(tf, training, examples, { seed, batchSize: document.training.batchSize }),
    training,
    examples,
    {
      seed,
      epochs: options.epochs ?? document.training.epochs,
      batchSize: document.training.batchSize,
      shuffle: document.training.shuffle,
      stopping: document.training.stopping,
    },
    options.control ?? new RunControl(() => undefined),
    {
      batch: (record) => batches.push(record),
      epoch: (record, isBest) => {
        epochs.push(record);
        if (isBest) best.push(record.epoch);
        options.onEpoch?.(record);
        return Promise.resolve(ok(null));
      },
      fault: () => null,
    },
  );
  const weights = model.getWeights().map((weight) => Array.from(weight.dataSync()));
  model.dispose();
  training.optimizer.dispose();
  return { end, epochs, batches, best, weights };
}

/** A document with other training settings. */
function withTraining(
  document: StrataDocument,
  training: Partial<StrataDocument['training']>,
): StrataDocument {
  return { ...document, training: { ...document.training, ...training } };
}

describe('what is learned', () => {
  test('W1: a table, yes or no', async () => {
    const document = withTraining(template('table-binary'), {
      optimizer: { kind: 'adam', params: { learningRate: 0.01 } },
    });
    const { end, epochs } = await train(document, { epochs: 20 });
    expect(end).toMatchObject({ ok: true, value: { reason: 'finished', epochs: 20 } });
    expect(epochs.at(-1)?.valMetrics?.['accuracy']).toBeGreaterThan(0.88);
  });

  test('W11: two spiral arms', async () => {
    const { epochs } = await train(template('playground-spiral'));
    expect(epochs.at(-1)?.valMetrics?.['accuracy']).toBeGreaterThan(0.95);
  });

  test('W5: short texts', async () => {
    const { epochs } = await train(template('text-lstm'), { epochs: 4 });
    const last = epochs.at(-1);
    expect(Object.keys(last?.metrics ?? {})).toEqual(['accuracy', 'precision', 'recall']);
    expect(last?.valMetrics?.['accuracy']).toBeGreaterThan(0.75);
  });

  test('two inputs', async () => {
    const { epochs } = await train(template('two-inputs'));
    expect(epochs.at(-1)?.loss).toBeLessThan((epochs[0]?.loss ?? 0) * 0.75);
  });

  test('W3: 2,000 handwritten digits', async () => {
    const document = template('mnist-cnn');
    const dataset = first(valueOf(await loadDataset(document.data, null)), 2000, 500);
    const { epochs, batches } = await train(document, { dataset, epochs: 3 });
    expect(epochs.at(-1)?.valMetrics?.['accuracy']).toBeGreaterThan(0.85);
    expect(batches[0]).toMatchObject({ epoch: 1, epochs: 3, batch: 1, batches: 32 });
    const elapsed = epochs.at(-1)?.elapsedMs ?? 0;
    expect(batches.length).toBeLessThanOrEqual(Math.ceil(elapsed / 250) + 1);
  });
});

describe('repeating a run', () => {
  const short = (id: string, seed?: number): Promise<Trained> =>
    train(template(id), { epochs: 2, ...(seed === undefined ? {} : { seed }) });

  test.each(['table-binary', 'playground-spiral', 'text-lstm'])(
    '%s: the same seed gives the same numbers',
    async (id) => {
      const [one, two] = [await short(id), await short(id)];
      expect(two.weights).toEqual(one.weights);
      expect(two.epochs.map((e) => [e.loss, e.metrics, e.valLoss])).toEqual(
        one.epochs.map((e) => [e.loss, e.metrics, e.valLoss]),
      );
    },
  );

  test('another seed gives other numbers', async () => {
    const [one, two] = [await short('table-binary', 1), await short('table-binary', 2)];
    expect(two.weights).not.toEqual(one.weights);
    expect(two.epochs[0]?.loss).not.toBe(one.epochs[0]?.loss);
  });

  test('Math.random is untouched afterwards', async () => {
    const before = Math.random;
    await short('table-binary');
    expect(Math.random).toBe(before);
  });
});

describe('stopping and pausing', () => {
  test('stop ends within a step and keeps what was learned', async () => {
    const control = new RunControl(() => undefined);
    const running = train(template('table-binary'), { epochs: 1000, control });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const asked = performance.now();
    control.stop();
    const { end, weights } = await running;
    expect(performance.now() - asked).toBeLessThan(1000);
    expect(end).toMatchObject({ ok: true, value: { reason: 'stopped' } });
    expect(weights.flat().every(Number.isFinite)).toBe(true);
  });

  test('a pause changes no number and is left out of the time', async () => {
    const states: boolean[] = [];
    const control = new RunControl((isPaused) => states.push(isPaused));
    const document = template('table-binary');
    const straight = await train(document, { epochs: 3 });
    const running = train(document, {
      epochs: 3,
      control,
      onEpoch: ({ epoch }) => {
        if (epoch === 1) control.pause();
      },
    });
    while (states.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    control.resume();
    const paused = await running;
    expect(states).toEqual([true, false]);
    expect(paused.weights).toEqual(straight.weights);
    expect(paused.epochs.at(-1)?.elapsedMs).toBeLessThan(1500);
  });

  test('stop ends a pause', async () => {
    const control = new RunControl((isPaused) => {
      if (isPaused)
        setImmediate(() => {
          control.stop();
        });
    });
    control.pause();
    const { end } = await train(template('table-binary'), { control });
    expect(end).toMatchObject({ ok: true, value: { reason: 'stopped', epochs: 0 } });
  });

  test('a loss that is no number ends the run with a problem', async () => {
    const document = withTraining(template('table-binary'), {
      optimizer: { kind: 'sgd', params: { learningRate: 100 } },
      outputs: Object.fromEntries(
        Object.entries(template('table-binary').training.outputs).map(([id, output]) => [
          id,
          { ...output, loss: { kind: 'meanSquaredError', params: {} }, metrics: [] },
        ]),
      ),
    });
    const linear: StrataDocument = {
      ...document,
      graph: {
        ...document.graph,
        nodes: document.graph.nodes.map((node) =>
          node.kind === 'dense'
            ? { ...node, params: { ...node.params, activation: 'linear' } }
            : node,
        ),
      },
    };
    const { end } = await train(linear);
    expect(end).toMatchObject({
      ok: false,
      problem: { code: 'run.lossNotFinite', values: { epoch: 1, learningRate: 100 } },
    });
  });

  test('a token that an embedding has no row for ends the run with a problem', async () => {
    const document = template('text-lstm');
    const nodes = document.graph.nodes.map((node) =>
      node.kind === 'embedding' ? { ...node, params: { ...node.params, inputDim: 50 } } : node,
    );
    const small = { ...document, graph: { ...document.graph, nodes } };
    const thrown: unknown = await train(small).catch((error: unknown) => error);
    expect(asProblem(thrown)).toMatchObject({
      code: 'data.tokenOutOfRange',
      values: { size: 50, last: 49 },
    });
  });

  test('training ends early when the watched value no longer improves', async () => {
    const document = withTraining(template('table-binary'), {
      stopping: { monitor: 'valLoss', patienceEpochs: 2, minDelta: 10, restoreBestWeights: false },
    });
    const { end, best } = await train(document, { epochs: 50 });
    expect(end).toMatchObject({ ok: true, value: { reason: 'stoppedEarly', epochs: 3 } });
    expect(best).toEqual([1]);
  });
});

describe('the recipe', () => {
  test('the learning rate follows its schedule', async () => {
    const document = withTraining(template('table-binary'), {
      optimizer: { kind: 'adam', params: { learningRate: 0.1 } },
      schedule: { kind: 'stepDecay', params: { dropRate: 0.5, dropEpochs: 2 } },
    });
    const { epochs } = await train(document, { epochs: 5 });
    expect(epochs.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.1, 0.05, 0.05, 0.025]);
  });

  test.each(['adam', 'sgd', 'rmsprop', 'adagrad', 'adadelta', 'adamax'])(
    'a learning rate of 0 set in the loop stops %s from learning',
    async (kind) => {
      const document = withTraining(template('table-binary'), {
        optimizer: { kind, params: {} },
        schedule: { kind: 'stepDecay', params: { dropRate: 0, dropEpochs: 1 } },
      });
      const one = await train(document, { epochs: 1 });
      const three = await train(document, { epochs: 3 });
      expect(three.weights).toEqual(one.weights);
    },
  );

  test('steps leave no tensors behind', async () => {
    const counts: number[] = [];
    await train(template('text-lstm'), {
      epochs: 3,
      onEpoch: () => counts.push(tf.memory().numTensors),
    });
    expect(new Set(counts).size).toBe(1);
    const before = tf.memory().numTensors;
    await train(template('table-binary'), { epochs: 1 });
    expect(tf.memory().numTensors).toBe(before);
  });
});
