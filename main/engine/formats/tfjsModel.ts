import { compareOutputs } from '#main/engine/formats/compareOutputs.ts';
import type { Format } from '#main/engine/formats/format.ts';
import { encodeLayersModel, loadLayersModel } from '#main/engine/formats/layersModel.ts';
import { ok } from '#shared/problems/problem.ts';
import * as tf from '@tensorflow/tfjs';

/** One saved model in tfjs's own format. */
export const tfjsModel: Format = {
  id: 'tfjs',
  async files({ model }) {
    const { json, weights } = await encodeLayersModel(model);
    return ok([
      { path: 'model.json', content: json },
      { path: 'weights.bin', content: weights },
    ]);
  },
  async verify(folder, { samples }, report) {
    report('running', 0);
    const loaded = await loadLayersModel(folder);
    if (!loaded.ok) return { kind: 'failed', problem: loaded.problem };
    const outputs = tf.tidy(() => {
      const inputs = samples.inputs.map(({ values, shape }, index) =>
        tf.tensor(values, [...shape], loaded.value.inputs[index]?.dtype ?? 'float32'),
      );
      const result = loaded.value.predict(inputs);
      return (Array.isArray(result) ? result : [result]).map((output) => tf.keep(output));
    });
    report('comparing', 0.9);
    const given = await Promise.all(
      outputs.map(async (output) => ({ shape: output.shape, values: await output.data() })),
    );
    tf.dispose(outputs);
    loaded.value.dispose();
    return compareOutputs(samples.outputs, given);
  },
};
