import { format } from 'prettier';
import { expect, test } from 'vitest';
import { layerCases, shapeFor } from '../contract/graphMode/layerCases.ts';
import type { LayerCase } from '../contract/graphMode/layerCases.ts';
import { smallNetwork } from '../contract/graphMode/trainSmall.ts';
import { variationsOf } from '../contract/graphMode/variations.ts';
import { factsOf, rebuild } from './rebuild.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { layers } from '#shared/layers/index.ts';

/** Every layer in every way in which another test trains it. */
const models = layers
  .filter(({ role }) => role === undefined)
  .flatMap((layer) => {
    const shape = shapeFor(layer.inputs.ranks);
    const cases = (layerCases[layer.kind] ?? []).map((one) => ({ shape, ...one }));
    const all: readonly LayerCase[] = [...variationsOf(layer), ...cases];
    return all.map((one, index) => {
      const options = one.inputs === undefined ? {} : { inputs: one.inputs };
      const { document } = smallNetwork(layer, one.params, one.shape ?? shape, options);
      return [`${layer.kind}_${index}`, document] as const;
    });
  });

test('every layer, with every choice of its parameters, is printed as TypeScript that compiles', async () => {
  const summaries = await rebuild(models);
  for (const [id, document] of models) {
    expect([id, summaries[id]?.parameters]).toEqual([id, factsOf(document).totals.parameterCount]);
  }
}, 300_000);

test('and as prettier would write it', async () => {
  const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
  for (const [, document] of models) {
    const { text } = printTypeScriptModel(document, factsOf(document));
    expect(await format(text, options)).toBe(text);
  }
}, 300_000);
