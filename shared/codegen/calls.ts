import type { Call, CallValue } from '#shared/layers/call.ts';
import { isCall } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * The tfjs call of a layer for complete, valid values and its input shapes; null: it calls nothing. Layers inside its
 * arguments (what a wrapper wraps) are named: tfjs would count them through the whole process, and weights would not
 * find them.
 */
export function tfjsCallOf(
  layer: LayerDefinition,
  params: ParamValues,
  inputs: readonly (Shape | null)[],
): Call | null {
  const call = layer.tfjs(params, inputs);
  return call === null ? null : withInnerNames(call);
}

function withInnerNames(call: Call): Call {
  const args = Object.entries(call.args).map(([key, value]): [string, CallValue] => {
    if (key !== 'layer' || !isCall(value)) return [key, value];
    const { args: inner, ...rest } = withInnerNames(value);
    const name = rest.fn.split('.').at(-1)?.toLowerCase() ?? rest.fn;
    return [key, { ...rest, args: { name, ...inner } }];
  });
  return { ...call, args: Object.fromEntries(args) };
}

/** The Keras call of a layer for complete, valid values and its input shapes; null: it calls nothing. */
export function kerasCallOf(
  layer: LayerDefinition,
  params: ParamValues,
  inputs: readonly (Shape | null)[],
): Call | null {
  return layer.keras(params, inputs);
}

/**
 * A node's name or path as the libraries take it. tfjs and TensorFlow allow Latin letters, digits and `_ - . /` in
 * names; every other character becomes its code: `左` → `u5de6`. The engine and the printers
 * name layers so, which lets weights find their layer.
 */
export function libraryName(path: string): string {
  const name = path.replace(/[^-A-Za-z0-9._/]/gu, (character) => {
    return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
  });
  return /^[A-Za-z0-9]/u.test(name) ? name : `layer${name}`;
}
