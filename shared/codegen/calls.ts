import type { Call } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** The tfjs call of a layer for complete, valid values and its input shapes; null: it calls nothing. */
export function tfjsCallOf(
  layer: LayerDefinition,
  params: ParamValues,
  inputs: readonly (Shape | null)[],
): Call | null {
  return layer.tfjs(params, inputs);
}

/** The Keras call of a layer for complete, valid values and its input shapes; null: it calls nothing. */
export function kerasCallOf(
  layer: LayerDefinition,
  params: ParamValues,
  inputs: readonly (Shape | null)[],
): Call | null {
  return layer.keras(params, inputs);
}
