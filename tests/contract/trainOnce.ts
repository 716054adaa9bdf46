import type { OpenDevice } from '#main/engine/devices/device.ts';
import { evaluate } from '#main/engine/train/evaluate.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import { prepareRun } from '#main/engine/train/prepareRun.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import { trainLoop } from '#main/engine/train/trainLoop.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/** What a trained network achieves on its test part, and what guessing achieves there. */
export interface Achieved {
  readonly loss: number;
  /** The first metric. */
  readonly metric: number;
  /** Share of the test part's most frequent class; NaN: the target is no class. */
  readonly majority: number;
  /** Mean squared error of always saying the mean of the training part. */
  readonly meanError: number;
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Trains a document as a run does, without its folder. */
export async function trainOnce(
  device: OpenDevice,
  document: StrataDocument,
  epochs: number,
): Promise<Achieved> {
  const { seed, training: recipe } = document;
  const facts = inferGraph(document.graph, document.blocks);
  const input = { document, documentFolder: null, device: 'auto', seed };
  const run = valueOf(await prepareRun(device, facts, input));
  const { stepper, training, examples } = run;
  const control = new RunControl(() => undefined);
  const { batchSize, shuffle, stopping } = recipe;
  const settings = { seed, epochs, batchSize, shuffle, stopping };
  valueOf(
    await trainLoop(stepper, training, examples, settings, control, {
      batch: () => undefined,
      epoch: () => Promise.resolve(ok(null)),
      fault: () => null,
    }),
  );
  if (examples.test === null) throw new Error('There is no test part.');
  const means = await evaluate(stepper, examples.test, batchSize, control, () => undefined);
  const [known, asked] = [await targetsOf(examples.train), await targetsOf(examples.test)];
  await run.loaded.close();
  run.model.dispose();
  const [loss = Number.NaN, metric = Number.NaN] = means ?? [];
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const counts = new Map<number, number>();
  for (const value of asked) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    loss,
    metric,
    majority: Math.max(...counts.values()) / asked.length,
    meanError: asked.reduce((sum, value) => sum + (value - mean) ** 2, 0) / asked.length,
  };
}

/** The numbers of the first target, of all examples. */
async function targetsOf(examples: Examples): Promise<readonly number[]> {
  const rows = examples.rows(Uint32Array.from({ length: examples.count }, (_, index) => index));
  return Array.from((await examples.targets[0]?.values(rows)) ?? []);
}
