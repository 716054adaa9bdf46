import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import type { EngineEvent } from '#main/engine/messages.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import { runTraining } from '#main/engine/train/runTraining.ts';
import { readCheckpoint } from '#main/workspace/checkpoint.ts';
import type { Checkpoint } from '#main/workspace/checkpoint.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { EdgeId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { EpochRecord } from '#shared/protocol/types.ts';
import type { Choice } from '#shared/training/training.ts';

export const epochs = 5;

/** A network whose numbers depend on everything: shuffling, dropout, moving means, a schedule, a learned preparation. */
export function demandingDocument(optimizer: Choice): StrataDocument {
  const document = smallDocument({
    shape: [8],
    units: 1,
    loss: 'meanSquaredError',
    data: {
      source: { kind: 'generatedTable', params: { rows: 200 } },
      steps: [{ kind: 'standardize', features: ['columns'], params: {} }],
      split: { ...emptyRecipe.split, validation: 'split', validationFraction: 0.2 },
      bindings: { inputs: { x: ['columns'] }, outputs: { y: 'target' } },
    },
  });
  const node = (id: string, kind: string, params: GraphNode['params']): GraphNode => ({
    id: id as NodeId,
    kind,
    name: id,
    params,
    position: { x: 0, y: 0 },
  });
  const [input, output, end] = document.graph.nodes;
  if (input === undefined || output === undefined || end === undefined) throw new Error('no nodes');
  const nodes = [
    input,
    node('hidden', 'dense', {
      units: 12,
      activation: 'relu',
      kernelConstraint: { kind: 'maxNorm', maxValue: 0.5 },
    }),
    node('normal', 'batchNormalization', {}),
    node('drop', 'dropout', { rate: 0.3 }),
    output,
    end,
  ];
  const edges = nodes.slice(1).map(({ id }, index) => ({
    id: `edge${index}` as EdgeId,
    from: { node: nodes[index]?.id ?? id, port: 0 },
    to: { node: id, port: 0 },
  }));
  return {
    ...document,
    graph: { ...document.graph, nodes, edges },
    training: {
      ...document.training,
      optimizer,
      schedule: { kind: 'cosineDecay', params: {} },
      batchSize: 16,
      epochs,
      shuffle: true,
      stopping: {
        monitor: 'valLoss',
        patienceEpochs: 50,
        minDelta: 0,
        restoreBestWeights: false,
      },
    },
  };
}

interface Trained {
  readonly reason: string;
  readonly records: readonly EpochRecord[];
  readonly events: readonly EngineEvent[];
  readonly folder: string;
}

interface Options {
  readonly folder: string;
  readonly epochs?: number;
  readonly isContinued?: boolean;
  readonly isPatienceNew?: boolean;
  readonly onEvent?: (event: EngineEvent, control: RunControl) => void;
}

/** Trains a document as an engine process does, in a folder that may hold an earlier part of the run. */
export async function trainIn(
  document: StrataDocument,
  device: string,
  options: Options,
): Promise<Trained> {
  const { folder, isContinued = false, isPatienceNew = false, onEvent } = options;
  const events: EngineEvent[] = [];
  const control = new RunControl(() => undefined);
  const input = {
    document,
    documentFolder: null,
    device,
    prefer: null,
    seed: 7,
    epochs: options.epochs ?? document.training.epochs,
    runFolder: folder,
    continuing: isContinued ? { isPatienceNew } : null,
  };
  const result = await runTraining(input, control, (event) => {
    events.push(event);
    onEvent?.(event, control);
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const records = events.flatMap((event) => (event.type === 'runEpoch' ? [event.record] : []));
  return { reason: result.value.reason, records, events, folder };
}

/** A folder of its own for the work with it. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'strata-continued-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a run and the same run, interrupted and continued, came to. */
export interface Compared {
  readonly straight: readonly EpochRecord[];
  readonly continued: readonly EpochRecord[];
  readonly weights: readonly [Checkpoint, Checkpoint];
  /** Codes of what the runs had to say: that they could not be recorded, for one. */
  readonly remarks: readonly string[];
}

/** What is left of a run at the end of its second epoch goes on: as after a process that was killed then. */
export async function killedAfterTwo(
  document: StrataDocument,
  device: string,
  folder: string,
): Promise<Compared> {
  const left = path.join(folder, 'left');
  const whole = path.join(folder, 'whole');
  const straight = await trainIn(document, device, {
    folder: whole,
    onEvent: (event) => {
      if (event.type !== 'runEpoch' || event.record.epoch !== 2) return;
      cpSync(whole, left, { recursive: true });
    },
  });
  const second = await trainIn(document, device, { folder: left, isContinued: true });
  return compared(straight, straight.records.slice(0, 2), second);
}

/** Stops a run within its third epoch, and goes on. */
export async function stoppedWithinThird(
  document: StrataDocument,
  device: string,
  folder: string,
): Promise<Compared & { readonly batches: number }> {
  const straight = await trainIn(document, device, { folder: path.join(folder, 'whole') });
  const own = path.join(folder, 'stopped');
  const first = await trainIn(document, device, {
    folder: own,
    onEvent: (event, control) => {
      if (event.type !== 'runEpoch' || event.record.epoch !== 2) return;
      // Some steps later: between steps the loop lets one turn of the event loop pass.
      setImmediate(() =>
        setImmediate(() => {
          control.stop();
        }),
      );
    },
  });
  const { batches } = (await checkpointIn(own)).position;
  const second = await trainIn(document, device, { folder: own, isContinued: true });
  return { ...(await compared(straight, first.records, second)), batches };
}

/** The checkpoint in a folder. */
export async function checkpointIn(folder: string): Promise<Checkpoint> {
  const read = await readCheckpoint(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

async function compared(
  straight: Trained,
  first: readonly EpochRecord[],
  second: Trained,
): Promise<Compared> {
  return {
    straight: straight.records,
    continued: [...first, ...second.records],
    remarks: [straight, second].flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'runLog' ? [event.remark.code] : [])),
    ),
    weights: [await checkpointIn(straight.folder), await checkpointIn(second.folder)],
  };
}

/** Losses and metrics of epochs without the times. */
export function numbersOf(records: readonly EpochRecord[]) {
  return records.map(({ epoch, loss, valLoss, learningRate }) => ({
    epoch,
    loss,
    valLoss,
    learningRate,
  }));
}

/** The largest difference of losses of the same epochs. */
export function largestDifference({ straight, continued }: Compared): number {
  const differences = straight.flatMap(({ loss, valLoss }, index) => {
    const other = continued[index];
    return [
      Math.abs(loss - (other?.loss ?? Number.NaN)),
      Math.abs((valLoss ?? 0) - (other?.valLoss ?? Number.NaN)),
    ];
  });
  return Math.max(...differences);
}

/** The largest difference of weights and of what the optimizer remembers. */
export function largestTensorDifference([one, two]: Compared['weights']): number {
  let largest = 0;
  for (const { name, values } of one.tensors) {
    const other = two.tensors.find((tensor) => tensor.name === name)?.values;
    const [a, b] = [floats(values), floats(other ?? new Uint8Array())];
    if (a.length !== b.length) return Infinity;
    a.forEach((value, index) => {
      largest = Math.max(largest, Math.abs(value - (b[index] ?? Number.NaN)));
    });
  }
  return largest;
}

function floats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}
