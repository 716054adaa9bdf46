import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { layerCases, shapeFor } from './graphMode/layerCases.ts';
import type { LayerCase } from './graphMode/layerCases.ts';
import { variationsOf } from './graphMode/variations.ts';
import { runCall } from '#main/engine/compile/call.ts';
import { repairDepthwiseConfig } from '#main/engine/compile/depthwiseConfig.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { layers } from '#shared/layers/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
  repairDepthwiseConfig(tf);
});

/** A model of this layer alone. */
function modelOf(
  layer: LayerDefinition,
  params: ParamValues,
  shape: readonly number[],
  inputCount = Math.max(1, layer.inputs.min),
) {
  const dtype = layer.inputs.integers === true ? 'int32' : 'float32';
  const inputs = Array.from({ length: inputCount }, () => tf.input({ shape: [...shape], dtype }));
  const { values } = parseParams(layer.params, params);
  const call = layer.tfjs(
    values,
    inputs.map(() => shape),
  );
  if (call === null) throw new Error('no call');
  const made = runCall(tf, call) as tf.layers.Layer;
  const [only] = inputs;
  const outputs = made.apply(inputs.length === 1 && only ? only : inputs);
  return tf.model({ inputs, outputs: outputs as tf.SymbolicTensor[] });
}

function predict(model: tf.LayersModel): number[][] {
  const given = model.inputs.map(({ shape, dtype }, port) => {
    const values = tf.randomUniform(
      [2, ...(shape.slice(1) as number[])],
      -1,
      1,
      'float32',
      port + 1,
    );
    return dtype === 'int32' ? values.add(1).mul(5).toInt() : values;
  });
  const [only] = given;
  const predicted = model.predict(given.length === 1 && only ? only : given);
  return [predicted].flat().map((tensor) => [...tensor.dataSync()]);
}

const cases = layers
  .filter(({ role }) => role === undefined)
  .map((layer) => {
    const shape = shapeFor(layer.inputs.ranks);
    const own = (layerCases[layer.kind] ?? []).map((one) => ({ shape, ...one }));
    const all: readonly (LayerCase & { readonly shape: readonly number[] })[] = [
      ...variationsOf(layer),
      ...own,
    ];
    return [layer.kind, layer, all] as const;
  });

test.each(cases)('a saved %s is the same when it is read', async (_kind, layer, variations) => {
  for (const { title, params, shape, inputs } of variations) {
    const model = modelOf(layer, params, shape, inputs);
    // Constraints are applied when other tensors are set.
    model.setWeights(model.getWeights().map((weight) => weight.clone()));
    const read = await tf.models.modelFromJSON(
      model.toJSON(null, false) as unknown as tf.io.ModelJSON,
    );
    read.setWeights(model.getWeights());
    const [before, after] = [predict(model), predict(read)];
    expect([title, after.map(({ length }) => length)]).toEqual([
      title,
      before.map(({ length }) => length),
    ]);
    const worst = before
      .flat()
      .map((value, index) => Math.abs(value - (after.flat()[index] ?? Number.NaN)));
    expect(Math.max(...worst), title).toBeLessThan(1e-5);
    expect(read.layers.map((each) => each.getClassName())).toEqual(
      model.layers.map((each) => each.getClassName()),
    );
  }
});
