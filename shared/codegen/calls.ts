import type { Call } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** The tfjs call of a layer for complete, valid values; null: it calls nothing. */
export function tfjsCallOf(layer: LayerDefinition, params: ParamValues): Call | null {
  return layer.tfjs(params);
}

/** The Keras call of a layer for complete, valid values; null: it calls nothing. */
export function kerasCallOf(layer: LayerDefinition, params: ParamValues): Call | null {
  return layer.keras(params);
}
