import type { LayerDefinition, ParamPatch } from '#shared/layers/defineLayer.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Whether a layer, with its defaults, can follow an output of a shape. */
export type LayerFit =
  | {
      readonly fits: true;
      /** Null: known only when its other inputs are. */
      readonly output: Shape | null;
    }
  | { readonly fits: false; readonly reason: FitReason };

/** Why a layer cannot follow. */
type FitReason =
  | { readonly kind: 'noInputs' }
  | { readonly kind: 'rank'; readonly ranks: readonly number[] }
  | { readonly kind: 'problem'; readonly problem: Problem<ParamPatch> };

/** Tries a layer after an output of this shape. */
export function fitLayer(layer: LayerDefinition, shape: Shape): LayerFit {
  const { min, max, ranks } = layer.inputs;
  if (max === 0) return { fits: false, reason: { kind: 'noInputs' } };
  if (ranks !== undefined && !ranks.includes(shape.length)) {
    return { fits: false, reason: { kind: 'rank', ranks } };
  }
  if (min > 1) return { fits: true, output: null };
  const result = layer.outputShape([shape], parseParams(layer.params, {}).values);
  if (!result.ok) return { fits: false, reason: { kind: 'problem', problem: result.problem } };
  return { fits: true, output: result.value[0] ?? null };
}

/** A layer with its answer. */
export interface FittedLayer {
  readonly layer: LayerDefinition;
  readonly fit: LayerFit;
}

/** Layers that can follow an output first, the others after them; the order is kept otherwise. */
export function fitLayers(
  layers: readonly LayerDefinition[],
  shape: Shape,
): { readonly fitting: readonly FittedLayer[]; readonly others: readonly FittedLayer[] } {
  const fitted = layers.map((layer) => ({ layer, fit: fitLayer(layer, shape) }));
  return {
    fitting: fitted.filter(({ fit }) => fit.fits),
    others: fitted.filter(({ fit }) => !fit.fits),
  };
}
