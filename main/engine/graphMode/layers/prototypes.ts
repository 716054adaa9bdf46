import type * as tfjs from '@tensorflow/tfjs';

/** What a layer of tfjs-layers computes. */
type LayerCall = (
  this: tfjs.layers.Layer,
  inputs: tfjs.Tensor | tfjs.Tensor[],
  kwargs: LayerArguments | undefined,
) => tfjs.Tensor | tfjs.Tensor[];

/** What tfjs-layers hands to a call; wrappers hand over nothing. */
export interface LayerArguments {
  readonly training?: boolean;
  readonly mask?: tfjs.Tensor | null;
  readonly initialState?: readonly tfjs.Tensor[] | null;
}

/** Runs `work` with another `call` of a layer's class; null from it leaves the case to tfjs's own. */
export function withLayerCall<Value>(
  example: tfjs.layers.Layer,
  call: (
    layer: tfjs.layers.Layer,
    inputs: readonly tfjs.Tensor[],
    kwargs: LayerArguments,
  ) => tfjs.Tensor | null,
  work: () => Value,
): Value {
  const prototype = Object.getPrototypeOf(example) as { call: LayerCall };
  const stock = prototype.call;
  prototype.call = function (inputs, kwargs) {
    const given = Array.isArray(inputs) ? inputs : [inputs];
    return call(this, given, kwargs ?? {}) ?? stock.call(this, inputs, kwargs);
  };
  try {
    return work();
  } finally {
    prototype.call = stock;
  }
}
