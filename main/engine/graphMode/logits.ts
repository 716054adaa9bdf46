import type * as tfjs from '@tensorflow/tfjs';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';

/** A softmax or sigmoid that was computed, with what it was computed from. */
interface Activated {
  readonly kind: 'Softmax' | 'Sigmoid';
  readonly logits: tfjs.Tensor;
}

/** Finds the logits that a prediction was computed from; null: it did not come out of this function. */
export type LogitsOf = (prediction: tfjs.Tensor, kind: Activated['kind']) => tfjs.Tensor | null;

/**
 * Runs `work`, remembering for each softmax over the last axis and each sigmoid what it was computed from, so that a loss
 * can be taken from logits.
 */
export function withLogits<Value>(
  { tf }: Pick<GraphContext, 'tf'>,
  work: (logitsOf: LogitsOf) => Value,
): Value {
  const backend = tf.getBackend();
  const activated = new WeakMap<object, Activated>();
  const kept: tfjs.Tensor[] = [];
  const restored: (() => void)[] = [];
  for (const kind of ['Softmax', 'Sigmoid'] as const) {
    const stock = tf.getKernel(kind, backend);
    tf.unregisterKernel(kind, backend);
    tf.registerKernel({
      ...stock,
      kernelFunc: (params) => {
        const made = stock.kernelFunc(params);
        const input = Object.values(params.inputs)[0] as tfjs.Tensor | undefined;
        const output = Array.isArray(made) ? made[0] : made;
        // Kernels get the tensors themselves, which the tape knows; they outlive the layer's own cleaning up.
        if (input !== undefined && output !== undefined && isLastAxis(input, params.attrs)) {
          const wasKept = input.kept;
          activated.set(output.dataId, { kind, logits: tf.keep(input) });
          if (!wasKept) kept.push(input);
        }
        return made;
      },
    });
    restored.push(() => {
      tf.unregisterKernel(kind, backend);
      tf.registerKernel(stock);
    });
  }
  try {
    return work((prediction, kind) => {
      const found = activated.get(prediction.dataId);
      const isUsable = found?.kind === kind && !found.logits.isDisposed;
      return isUsable && found.logits.dtype === 'float32' ? found.logits : null;
    });
  } finally {
    for (const restore of restored) restore();
    for (const tensor of kept) if (!tensor.isDisposed) tensor.dispose();
  }
}

function isLastAxis(input: tfjs.Tensor, attrs: tfjs.NamedAttrMap | undefined): boolean {
  const axis = attrs?.['dim'];
  return axis === undefined || axis === -1 || axis === input.rank - 1;
}
