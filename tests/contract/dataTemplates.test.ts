import { beforeAll, describe, expect, test } from 'vitest';
import { openDevice } from '#main/engine/devices/index.ts';
import type { OpenDevice } from '#main/engine/devices/device.ts';
import { evaluate } from '#main/engine/train/evaluate.ts';
import { prepareRun } from '#main/engine/train/prepareRun.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import { trainLoop } from '#main/engine/train/trainLoop.ts';
import { findTemplate } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

let device: OpenDevice;
beforeAll(async () => {
  device = valueOf(await openDevice('auto'));
});

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Trains a template as a run does, without its folder; loss and first metric of its test part. */
async function train(id: string, epochs: number): Promise<{ loss: number; metric: number }> {
  const document = findTemplate(id)?.document;
  if (document === undefined) throw new Error(`No template ${id}.`);
  const { seed, training: recipe } = document;
  const facts = inferGraph(document.graph, document.blocks);
  const run = valueOf(
    await prepareRun(device, facts, { document, documentFolder: null, device: 'auto', seed }),
  );
  const { stepper, training, examples } = run;
  const control = new RunControl(() => undefined);
  const { batchSize, shuffle, stopping } = recipe;
  valueOf(
    await trainLoop(
      stepper,
      training,
      examples,
      { seed, epochs, batchSize, shuffle, stopping },
      control,
      {
        batch: () => undefined,
        epoch: () => Promise.resolve(ok(null)),
        fault: () => null,
      },
    ),
  );
  if (examples.test === null) throw new Error(`${id} has no test part.`);
  const means = await evaluate(stepper, examples.test, batchSize, control, () => undefined);
  await run.loaded.close();
  run.model.dispose();
  const [loss = Number.NaN, metric = Number.NaN] = means ?? [];
  return { loss, metric };
}

/**
 * What guessing alone achieves: the share of the most frequent class, or the mean squared error of always saying the mean
 * of the whole set.
 */
describe('on its test part', () => {
  test.each([
    ['penguins', 20, 0.442, 0.9],
    ['spam-lstm', 2, 0.686, 0.85],
    ['drawings', 20, 1 / 3, 0.7],
  ])(
    '%s, after %d epochs, beats always guessing one class (%d)',
    async (id, epochs, guess, least) => {
      const { metric } = await train(id, epochs);
      expect(least).toBeGreaterThan(guess + 0.15);
      expect(metric).toBeGreaterThan(least);
    },
    120_000,
  );

  test.each([
    // Miles a gallon, deviation 7.82.
    ['cars-regression', 40, 61.1, 20],
    // A sine and a smaller one, with noise of ±0.1.
    ['sine-forecast', 5, 0.548, 0.05],
  ])(
    '%s, after %d epochs, beats always saying the mean (%d)',
    async (id, epochs, variance, most) => {
      const { loss } = await train(id, epochs);
      expect(most).toBeLessThan(variance / 2);
      expect(loss).toBeLessThan(most);
    },
    120_000,
  );
});
