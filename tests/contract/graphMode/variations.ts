import { layerCases, shapeFor } from './layerCases.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Param, ParamValue, ParamValues } from '#shared/layers/params.ts';

/** A layer with one parameter other than usual. */
export interface Variation {
  /** `lstm`, or `lstm, dropout 0.2`. */
  readonly title: string;
  readonly params: ParamValues;
  readonly shape: readonly number[];
}

/** A layer as usual, and with each of its parameters changed in each way that leads down another path. */
export function variationsOf(layer: LayerDefinition): readonly Variation[] {
  const [usual] = layerCases[layer.kind] ?? [];
  const params = usual?.params ?? {};
  const shape = usual?.shape ?? shapeFor(layer.inputs.ranks);
  const others = Object.entries(layer.params).flatMap(([name, param]) =>
    otherValues(name, param).map((value) => ({
      title: `${layer.kind}, ${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
      params: { ...params, [name]: value },
      shape,
    })),
  );
  return [{ title: layer.kind, params, shape }, ...others];
}

function otherValues(name: string, param: Param): readonly ParamValue[] {
  switch (param.type) {
    case 'boolean':
      return [!param.default];
    case 'choice':
      return param.choices.filter((choice) => choice !== param.default);
    case 'number':
      return /dropout|rate/i.test(name) ? [0.2] : [];
    case 'regularizer':
      return [{ kind: 'l1l2', l1: 0.01, l2: 0.01 }];
    case 'constraint':
      return [{ kind: 'maxNorm', maxValue: 0.5, axis: 0 }];
    // Sizes: other shapes, the same path.
    case 'integer':
    case 'integers':
    case 'text':
    case 'initializer':
      return [];
  }
}
