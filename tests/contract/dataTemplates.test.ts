import { beforeAll, describe, expect, test } from 'vitest';
import { trainOnce, valueOf } from './trainOnce.ts';
import { describeSource } from '#main/engine/data/inspect/describeSource.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { OpenDevice } from '#main/engine/devices/device.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { findTemplate } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const minutes = 2 * 60_000;

let device: OpenDevice;
beforeAll(async () => {
  device = valueOf(await openDevice('auto'));
});

function template(id: string): StrataDocument {
  const found = findTemplate(id);
  if (found === undefined) throw new Error(`No template ${id}.`);
  return found.document;
}

describe('a template, on its test part', () => {
  test.each([
    ['penguins', 20, 0.9],
    ['spam-lstm', 2, 0.9],
    ['spam-cnn', 2, 0.9],
    ['text-bilstm', 6, 0.9],
    ['drawings', 20, 0.8],
  ])('%s beats always guessing one class', { timeout: minutes }, async (id, epochs, least) => {
    const { metric, majority } = await trainOnce(device, template(id), epochs);
    expect(majority).toBeLessThan(least - 0.15);
    expect(metric).toBeGreaterThan(least);
  });

  test.each([
    ['cars-regression', 40],
    ['sine-forecast', 5],
    ['autoencoder', 1],
  ])('%s beats always saying the mean', { timeout: minutes }, async (id, epochs) => {
    const { loss, meanError } = await trainOnce(device, template(id), epochs);
    expect(loss).toBeLessThan(meanError / 3);
  });
});

/** What is guessed of a source that comes with the program, and a network for it. */
async function proposed(kind: string): Promise<StrataDocument> {
  const source = { kind, params: {} };
  const opened = valueOf(await openSource({ source, features: [] }, null));
  const { signal } = new AbortController();
  const report = valueOf(await describeSource(opened, () => undefined, signal, source));
  await opened.close();
  const document = proposeDocument(kind, guessRecipe(source, report), report.trainCount);
  const problems = checkDocument(document, inferGraph(document.graph, []));
  expect(problems.map(({ code }) => code)).toEqual([]);
  return { ...document, id: 'proposed' };
}

describe('what is guessed and proposed for', () => {
  test.each([
    ['penguins', 20],
    ['weather', 10],
    ['spamMail', 2],
    ['generatedPoints', 64],
    ['generatedTable', 5],
  ])('%s beats always guessing one class', { timeout: minutes }, async (kind, epochs) => {
    const { metric, majority } = await trainOnce(device, await proposed(kind), epochs);
    expect(metric).toBeGreaterThan(majority + (1 - majority) / 2);
  });

  test.each([
    ['cars', 40],
    ['movies', 10],
    ['stocks', 20],
    ['generatedRegression', 20],
    ['generatedSeries', 5],
  ])('%s beats always saying the mean', { timeout: minutes }, async (kind, epochs) => {
    const { loss, meanError } = await trainOnce(device, await proposed(kind), epochs);
    expect(loss).toBeLessThan(meanError / 2);
  });

  test('noise learns nothing', { timeout: minutes }, async () => {
    const { metric, majority } = await trainOnce(device, await proposed('generatedNoise'), 5);
    expect(metric).toBeLessThan(majority + 0.1);
  });
});
