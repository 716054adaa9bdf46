import * as tf from '@tensorflow/tfjs';

/** A gradient: functions that compute it for each input that is asked for. */
export type GradientFunction = (
  dy: tf.Tensor,
  saved: tf.Tensor[],
  attrs: tf.NamedAttrMap,
) => Record<string, () => tf.Tensor>;

/**
 * Puts a gradient in the place of tfjs's own (or where none is). `repair` gives null for the cases that tfjs's own
 * gradient serves rightly; `inputsToSave` must then be those of tfjs's own.
 */
export function overrideGradient(
  kernelName: string,
  inputsToSave: readonly string[],
  repair:
    | GradientFunction
    | ((...args: Parameters<GradientFunction>) => ReturnType<GradientFunction> | null),
): void {
  const stock = tf.getGradient(kernelName) as tf.GradConfig | undefined;
  if (stock !== undefined) tf.unregisterGradient(kernelName);
  tf.registerGradient({
    ...stock,
    kernelName,
    inputsToSave: [...inputsToSave],
    gradFunc: (dy, saved, attrs) => {
      const repaired = repair(dy as tf.Tensor, saved, attrs);
      if (repaired !== null) return repaired;
      if (stock === undefined) throw new Error(`tfjs has no gradient of ${kernelName}.`);
      return stock.gradFunc(dy, saved, attrs);
    },
  });
}

/** The saved tensor at this place. */
export function saved<Rank extends tf.Rank = tf.Rank>(
  tensors: readonly tf.Tensor[],
  index: number,
): tf.Tensor<Rank> {
  const tensor = tensors[index];
  if (tensor === undefined) throw new Error(`Gradient input ${index} was not saved.`);
  return tensor as tf.Tensor<Rank>;
}

/** True where any axis is dilated. */
export function isDilated(dilations: unknown): boolean {
  const list: unknown[] = Array.isArray(dilations) ? dilations : [dilations ?? 1];
  return list.some((value) => typeof value === 'number' && value > 1);
}
