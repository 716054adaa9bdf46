// One process of `npm run bench -- pictures`. `write` makes pictures in class folders, `decode` reads them all, `train` reads
// them and trains a small network for one epoch, as `strata train` does.
import { classFeature, imageFeature } from '#main/engine/data/source/featuresForTests.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import sharp from 'sharp';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { memoryBudget } from '#main/engine/data/preparation/memoryBudget.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { bindingFolderOf, folderOf } from '#main/engine/devices/native/engineFolder.ts';
import { setEnvironment, threadsFor } from '#main/engine/devices/native/environment.ts';
import { openNative } from '#main/engine/devices/native/openNative.ts';
import { packageFor } from '#main/engine/devices/native/platforms.ts';
import { graphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import { trainLoop } from '#main/engine/train/trainLoop.ts';
import type { Augmentation } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import type { EdgeId, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

const [, , job = '', folder = '', ...more] = process.argv;
const classes = ['a', 'b', 'c', 'd'];
const side = 128;
const batchSize = 32;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Pictures of coarse and fine noise: as many bytes as photographs have. The class is their tint. */
async function write(count: number, written: number): Promise<object> {
  const random = mulberry32(3);
  const coarse = 14;
  let bytes = 0;
  for (const name of classes) mkdirSync(path.join(folder, name), { recursive: true });
  const grain = Uint8Array.from({ length: 4 * written * written * 3 }, () => random() * 40);
  const one = async (index: number) => {
    const tint = index % classes.length;
    const pixels = Uint8Array.from({ length: coarse * coarse * 3 }, (_, at) =>
      Math.min(255, random() * 200 + (at % 3 === tint ? 55 : 0)),
    );
    const smooth = await sharp(pixels, { raw: { width: coarse, height: coarse, channels: 3 } })
      .resize(written, written, { kernel: 'cubic' })
      .raw()
      .toBuffer();
    const from = Math.floor(random() * 3 * smooth.length);
    for (let at = 0; at < smooth.length; at++) {
      smooth[at] = Math.min(255, (smooth[at] ?? 0) + (grain[from + at] ?? 0));
    }
    const jpeg = await sharp(smooth, { raw: { width: written, height: written, channels: 3 } })
      .jpeg({ quality: 85 })
      .toBuffer();
    bytes += jpeg.length;
    writeFileSync(path.join(folder, classes[tint] ?? '', `${index}.jpg`), jpeg);
  };
  for (let from = 0; from < count; from += 16) {
    await Promise.all(
      Array.from({ length: Math.min(16, count - from) }, (_, index) => one(from + index)),
    );
  }
  return { bytes };
}

const features = [imageFeature([side, side, 3]), classFeature('label', classes)];
const source = { kind: 'imageFolder', params: { folder, height: side, width: side } };

function documentOf(augmentations: readonly Augmentation[]): StrataDocument {
  const rows: readonly (readonly [string, Record<string, string | number | readonly number[]>])[] =
    [
      ['inputLayer', { shape: [side, side, 3] }],
      ['conv2d', { filters: 8, strides: [2, 2], activation: 'relu' }],
      ['conv2d', { filters: 16, strides: [2, 2], activation: 'relu' }],
      ['globalAveragePooling2d', {}],
      ['dense', { units: classes.length, activation: 'softmax' }],
      ['output', {}],
    ];
  const id = (index: number) => `n${index}` as NodeId;
  const last = id(rows.length - 1);
  return {
    format: 'strata',
    version: documentVersion,
    id: 'pictures',
    name: 'Pictures',
    seed: 1,
    graph: {
      nodes: rows.map(([kind, params], index) => ({
        id: id(index),
        kind,
        name: id(index),
        params,
        position: { x: 0, y: 0 },
      })),
      edges: rows.slice(1).map((_, index) => ({
        id: `e${index}` as EdgeId,
        from: { node: id(index), port: 0 },
        to: { node: id(index + 1), port: 0 },
      })),
      notes: [],
    },
    blocks: [],
    data: {
      ...emptyRecipe,
      source,
      features,
      steps: [{ kind: 'scale', features: ['image'], params: {} }],
      augmentations,
      split: { ...emptyRecipe.split, validation: 'none', testFraction: 0 },
      bindings: { inputs: { [id(0)]: ['image'] }, outputs: { [last]: 'label' } },
    },
    training: {
      optimizer: { kind: 'adam', params: {} },
      schedule: null,
      batchSize,
      epochs: 1,
      shuffle: true,
      stopping: null,
      outputs: {
        [last]: {
          loss: { kind: 'sparseCategoricalCrossentropy', params: {} },
          weight: 1,
          metrics: [],
        },
      },
    },
  };
}

async function decode(): Promise<object> {
  const opened = valueOf(await openSource({ source, features }, null));
  let count = 0;
  for await (const piece of opened.train.stream(['image'])) count += piece.count;
  await opened.close();
  return { count };
}

/** `where`: `memory`, all pictures first; `disk`, each batch when it is needed; `augmented`: the same, changed at random. */
async function train(where: string): Promise<object> {
  const document = documentOf(
    where === 'augmented'
      ? [
          { kind: 'flip', feature: 'image', params: {} },
          { kind: 'rotate', feature: 'image', params: {} },
          { kind: 'brightness', feature: 'image', params: {} },
        ]
      : [],
  );
  const facts = inferGraph(document.graph, document.blocks);
  setEnvironment(threadsFor(facts, batchSize));
  const own = packageFor('native-cpu');
  if (own === null) throw new Error('There is no native engine for this system.');
  const native = valueOf(await openNative({ folder: bindingFolderOf(folderOf(own).folder) }));
  registerGradients();
  begin();
  const loaded = valueOf(
    await loadExamples(tf, document, facts, null, {
      seed: 1,
      augments: true,
      budget: where === 'memory' ? memoryBudget : 2 ** 20,
    }),
  );
  const { examples } = loaded;
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const stepper = graphStepper(native, training, examples, { seed: 1, batchSize });
  const preparedSeconds = (performance.now() - began) / 1000;
  let waitSeconds = 0;
  let loss = 0;
  const ended = await trainLoop(
    stepper,
    training,
    examples,
    { seed: 1, epochs: 1, batchSize, shuffle: true, stopping: null },
    new RunControl(() => undefined),
    {
      batch: () => undefined,
      fault: () => null,
      epoch: (record) => {
        waitSeconds = (record.dataWaitMs ?? 0) / 1000;
        ({ loss } = record);
        return Promise.resolve(ok(null));
      },
    },
  );
  valueOf(ended);
  const result = { count: examples.train.count, preparedSeconds, waitSeconds, loss };
  measured = measure();
  await loaded.close();
  return result;
}

let began = performance.now();
let cpu = process.cpuUsage();
let measured: object | null = null;

function begin(): void {
  began = performance.now();
  cpu = process.cpuUsage();
}

function measure(): object {
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

const jobs: Readonly<Record<string, () => Promise<object>>> = {
  write: () => write(Number(more[0]), Number(more[1])),
  decode,
  train: () => train(more[0] ?? ''),
};

begin();
jobs[job]?.().then(
  (result) => {
    process.send?.({ ...result, ...(measured ?? measure()) });
  },
  (error: unknown) => {
    process.send?.({
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  },
);
