import * as tf from '@tensorflow/tfjs';
import { runCall } from '#main/engine/compile/call.ts';
import type { Call } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What tfjs makes of a layer, or what it throws. Shapes are without the batch. */
export type Built =
  | {
      readonly ok: true;
      readonly symbolic: readonly Shape[];
      /** Shapes of a real prediction; null when an input size is unknown. */
      readonly predicted: readonly Shape[] | null;
      readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
      readonly trainableCount: number;
    }
  | { readonly ok: false; readonly reason: string };

/** Builds a layer with tfjs on inputs of these shapes, and predicts two examples of zeros. */
export function buildWithTfjs(
  layer: LayerDefinition,
  inputs: readonly Shape[],
  params: ParamValues,
): Built {
  const call = layer.tfjs(params, inputs);
  if (!call) throw new Error(`${layer.kind} makes no call`);
  try {
    tf.engine().startScope();
    return build(call, inputs, layer.inputs.integers === true);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    tf.engine().endScope();
  }
}

function build(call: Call, inputs: readonly Shape[], integers: boolean): Built {
  const dtype = integers ? 'int32' : 'float32';
  const entries = inputs.map((shape) => tf.input({ shape: [...shape], dtype }));
  const layer = runCall(tf, call) as tf.layers.Layer;
  const applied = layer.apply(entries.length === 1 ? (entries[0] ?? []) : entries);
  const outputs = (Array.isArray(applied) ? applied : [applied]) as tf.SymbolicTensor[];
  const symbolic = outputs.map(({ shape }) => shape.slice(1));
  if (symbolic.flat().some((size) => size !== null && size <= 0)) {
    return {
      ok: false,
      reason: `tfjs gives a size that is not positive: ${JSON.stringify(symbolic)}`,
    };
  }
  const known = inputs.flat().every((size) => size !== null);
  return {
    ok: true,
    symbolic,
    predicted: known ? predict(entries, outputs, inputs, dtype) : null,
    weights: layer.weights.map((weight) => ({
      name: weight.originalName,
      shape: weight.shape as number[],
    })),
    trainableCount: layer.trainableWeights.length,
  };
}

function predict(
  entries: tf.SymbolicTensor[],
  outputs: tf.SymbolicTensor[],
  inputs: readonly Shape[],
  dtype: 'int32' | 'float32',
): readonly Shape[] {
  const model = tf.model({ inputs: entries, outputs });
  const zeros = inputs.map((shape) => tf.zeros([2, ...(shape as number[])], dtype));
  const results = model.predict(zeros.length === 1 && zeros[0] ? zeros[0] : zeros);
  return (Array.isArray(results) ? results : [results]).map(({ shape }) => shape.slice(1));
}
