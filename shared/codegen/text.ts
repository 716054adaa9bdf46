import type { LineRange } from '#shared/codegen/layout.ts';
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
  readonly lines: ReadonlyMap<string, LineRange>;
  /** Modules of main/engine/layers that the code imports from ./layers/, or in Python from custom_layers. */
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

/** The functions that a model takes from modules of ours, by module. */
export function moduleFunctions(
  plan: ModelPlan,
  callOf: (
    layer: LayerDefinition,
    params: ParamValues,
    inputs: readonly (Shape | null)[],
  ) => Call | null,
): ReadonlyMap<string, readonly string[]> {
  const functions = new Map<string, Set<string>>();
  const collect = (value: CallValue) => {
    if (typeof value !== 'object' || value === null) return;
    if (isCall(value)) {
      if (value.module !== undefined) {
        functions.set(value.module, (functions.get(value.module) ?? new Set()).add(value.fn));
      }
      Object.values(value.args).forEach(collect);
    } else {
      Object.values(value as Readonly<Record<string, CallValue>>).forEach(collect);
    }
  };
  const visit = ({ steps }: ModelPlan) => {
    for (const step of steps) {
      if (step.type === 'block') visit(step.inner);
      else collect(callOf(step.layer, step.ownerFacts.params, step.ownerFacts.inputs));
    }
  };
  visit(plan);
  return new Map([...functions].sort().map(([module, names]) => [module, [...names].sort()]));
}

/** A chain has no line for its input where it stands in the first layer's call: that line is the input's. */
export function linesWithInput(
  plan: ModelPlan,
  lines: ReadonlyMap<string, LineRange>,
): ReadonlyMap<string, LineRange> {
  const [input] = plan.inputs;
  const first = lines.get(plan.steps[0]?.node.id ?? '');
  if (input === undefined || first === undefined || lines.has(input.node.id)) return lines;
  return new Map([...lines, [input.node.id, first]]);
}

/** The last part of a path, of either kind of separator. */
export function fileName(path: unknown): string {
  return typeof path === 'string' ? (path.split(/[\\/]/u).at(-1) ?? '') : '';
}
