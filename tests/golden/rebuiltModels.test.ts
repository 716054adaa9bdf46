import { beforeAll, describe, expect, test } from 'vitest';
import { documents } from './documents.ts';
import { factsOf, rebuild } from './rebuild.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';

/** Networks with more take seconds and hundreds of megabytes here: their layers are compiled in smaller ones. */
const mostParameters = 12e6;

const compiled: readonly (readonly [string, StrataDocument])[] = [
  ...Object.entries(documents).filter(([id]) => id !== 'unfinished'),
  ...templates
    .filter(({ id }) => id !== 'blank')
    .filter(({ document }) => factsOf(document).totals.parameterCount <= mostParameters)
    .map(({ id, document }) => [id, document] as const),
];

let summaries: Awaited<ReturnType<typeof rebuild>>;

beforeAll(async () => {
  summaries = await rebuild(compiled);
});

describe.each(compiled)('the printed model of %s', (id, document) => {
  test('passes tsc --strict and is the model that is trained', async () => {
    const device = await openDevice('auto');
    if (!device.ok) throw new Error(device.problem.code);
    const facts = factsOf(document);
    const model = compileModel(device.value.tf, document, facts);
    if (!model.ok) throw new Error(model.problem.code);
    expect(summaries[id]).toEqual({
      parameters: facts.totals.parameterCount,
      inputs: model.value.inputs.map((tensor) => tensor.shape),
      outputs: model.value.outputs.map((tensor) => tensor.shape),
      weights: model.value.weights.map((weight) => weight.originalName).sort(),
    });
  });
});
