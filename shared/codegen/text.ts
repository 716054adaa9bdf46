import type { LeftOut, ModelPlan } from '#shared/codegen/plan.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { type Call, type CallValue, isCall } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Printed code, and where each node stands in it. */
export interface PrintedCode {
  readonly text: string;
  /** Lines by node id, 1-based. */
  readonly lines: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** Modules of main/engine/layers that the code imports from ./layers/. */
  readonly modules: readonly string[];
}

/** `26×26×32`; `?` where a size is not known. A shape without axes is a `number`. */
export function shapeText(shape: Shape): string {
  return shape.length === 0 ? 'a number' : shape.map((size) => size ?? '?').join('×');
}

/** `26×26×32, 320 parameters`: the remark beside a layer. */
export function layerRemark(
  outputs: readonly Shape[] | null,
  parameterCount: number | null,
): string {
  const shape = outputs === null ? 'shape not known yet' : outputs.map(shapeText).join(' and ');
  if (parameterCount === null || parameterCount === 0) return shape;
  return `${shape}, ${countText(parameterCount, 'parameter')}`;
}

/** `1 parameter`, `93,322 parameters`. */
export function countText(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `93322` → `93,322`. */
function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** A text of the user's inside a comment: on one line, unable to end it. */
export function commentText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\*\//gu, '* /').trim();
}

const reasons: Readonly<Record<LeftOut['reason'], string>> = {
  unknownLayer: 'this layer is not known',
  missingInput: 'it has no input yet',
  leadsNowhere: 'it leads to no output',
};

/** `dropout_1 is left out: it has no input yet.` */
export function leftOutText({ node, reason }: LeftOut): string {
  return `${commentText(node.name)} is left out: ${reasons[reason]}.`;
}

/** `28×28×1 in, 10 out, 93,322 parameters`. */
export function describePlan(plan: ModelPlan, facts: GraphFacts): string {
  const known = (shape: Shape | null | undefined) => (shape ? shapeText(shape) : '?');
  const inputs = plan.inputs.map((input) => known(input.facts.outputs?.[0]));
  const outputs = plan.outputs.map((output) => known(output.shape));
  const count = countText(facts.totals.parameterCount, 'parameter');
  return `${inputs.join(' and ') || 'nothing'} in, ${outputs.join(' and ') || 'nothing'} out, ${count}`;
}

/** The layer modules that a model's calls need, and the functions it takes from them. */
export function moduleFunctions(
  plan: ModelPlan,
  callOf: (layer: LayerDefinition, params: ParamValues) => Call | null,
): { readonly module: string; readonly fn: string }[] {
  return plan.steps.flatMap((step) => {
    if (step.type === 'block') return moduleFunctions(step.inner, callOf);
    const call = callOf(step.layer, step.ownerFacts.params);
    return call === null ? [] : modulesIn(call);
  });
}

function modulesIn(value: CallValue): { readonly module: string; readonly fn: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!isCall(value)) return Object.values(value as Record<string, CallValue>).flatMap(modulesIn);
  const own = value.module === undefined ? [] : [{ module: value.module, fn: value.fn }];
  return [...own, ...Object.values(value.args).flatMap(modulesIn)];
}
