import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { runCall } from '#main/engine/compile/call.ts';
import { repairDepthwiseConfig } from '#main/engine/compile/depthwiseConfig.ts';
import { layers } from '#shared/layers/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
  repairDepthwiseConfig(tf);
});

/** A choice of each type of part that no layer has by default, and the class that tfjs saves it as. */
const choices = {
  initializer: [{ kind: 'truncatedNormal', stddev: 0.5 }, 'TruncatedNormal'],
  regularizer: [{ kind: 'l1l2', l1: 0.5, l2: 0.25 }, 'L1L2'],
  constraint: [{ kind: 'maxNorm', maxValue: 2, axis: 0 }, 'MaxNorm'],
} as const;

const cases = layers.flatMap((layer) =>
  Object.entries(layer.params).flatMap(([name, { type }]) =>
    layer.role === undefined && Object.hasOwn(choices, type)
      ? [[layer.kind, name, layer, choices[type as keyof typeof choices]] as const]
      : [],
  ),
);

test.each(cases)('a saved %s keeps its %s', (_kind, name, layer, [choice, className]) => {
  const { values } = parseParams(layer.params, { [name]: choice });
  expect(values[name]).toMatchObject(choice);
  const call = layer.tfjs(values, [[4, 4]]);
  if (call === null) throw new Error('no call');
  const config = (runCall(tf, call) as tf.layers.Layer).getConfig();
  expect(config[name]).toMatchObject({ className });
});
