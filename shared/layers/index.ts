import { conv2d } from '#shared/layers/convolution/conv2d.ts';
import { dense } from '#shared/layers/core/dense.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { inputLayer } from '#shared/layers/io/inputLayer.ts';
import { output } from '#shared/layers/io/output.ts';
import { maxPooling2d } from '#shared/layers/pooling/maxPooling2d.ts';
import { dropout } from '#shared/layers/regularization/dropout.ts';
import { flatten } from '#shared/layers/reshaping/flatten.ts';

/** Every layer the program knows, by family; the palette shows them in this order. */
export const layers: readonly LayerDefinition[] = [
  inputLayer,
  output,
  dense,
  conv2d,
  maxPooling2d,
  dropout,
  flatten,
];

const byKind: ReadonlyMap<string, LayerDefinition> = new Map(
  layers.map((layer) => [layer.kind, layer]),
);

/** The layer of this kind; undefined for a kind that this version does not know. */
export function findLayer(kind: string): LayerDefinition | undefined {
  return byKind.get(kind);
}
