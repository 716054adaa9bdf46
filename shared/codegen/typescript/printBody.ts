import { tfjsCallOf } from '#shared/codegen/calls.ts';
import type { Identifiers } from '#shared/codegen/identifiers.ts';
import { type Layout, group, indent, mark, remark, softLine } from '#shared/codegen/layout.ts';
import {
  type ModelPlan,
  type PlannedBlock,
  type PlannedLayer,
  type PlannedStep,
  type PlannedValue,
  countUses,
} from '#shared/codegen/plan.ts';
import {
  type PrintCall,
  Verbatim,
  referredParam,
  withReferences,
} from '#shared/codegen/references.ts';
import { countText, layerRemark } from '#shared/codegen/text.ts';
import {
  type TypeScriptScope,
  functionName,
  inBrackets,
  inParentheses,
  printArguments,
  printCall,
  printValue,
} from '#shared/codegen/typescript/printCall.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { CallValue } from '#shared/layers/call.ts';

/** One function of the program while its statements are printed: `createModel`, or a block. */
export interface BodyScope extends TypeScriptScope {
  readonly names: Identifiers;
  /** How a layer's name is written: `'conv2d'`, or `` `${name}/conv2d` `` inside a block. */
  readonly layerName: (name: string) => string;
  /** Identifier of a parameter of the block that is printed. */
  readonly paramName: (param: string) => string;
  /** Shapes and counts stand beside the calls; inside a block they differ from use to use. */
  readonly hasRemarks: boolean;
  /** The function that builds this block, and the parameters that it takes. */
  readonly blockFunction: (step: PlannedBlock) => BlockFunction;
}

/** A printed block. */
export interface BlockFunction {
  readonly identifier: string;
  /** The block's parameters that its code uses, in order. */
  readonly params: readonly string[];
}

/** Prints the statements of one graph, and remembers under which name each tensor goes. */
export class BodyPrinter {
  readonly #scope: BodyScope;
  readonly #values = new Map<string, string>();
  readonly #layers = new Map<NodeId, string>();

  constructor(scope: BodyScope) {
    this.#scope = scope;
  }

  /** Gives a tensor its identifier. */
  name(value: PlannedValue, identifier: string): void {
    this.#values.set(`${value.node}:${value.port}`, identifier);
  }

  /** One statement for each step; layers that are applied more than once are made first, each once. */
  statements(plan: ModelPlan): Layout[] {
    const uses = countUses(plan);
    return [
      ...this.layers(plan, (owner) => (uses.get(owner) ?? 0) > 1),
      ...this.applications(plan),
    ];
  }

  /** `const encoderLayer = tf.layers.dense({ … });` for each layer that `isWanted`. */
  layers(plan: ModelPlan, isWanted: (owner: NodeId) => boolean): Layout[] {
    const statements: Layout[] = [];
    for (const step of plan.steps) {
      const { owner } = step;
      if (!isWanted(owner.id) || this.#layers.has(owner.id)) continue;
      const identifier = this.#scope.names.take(`${owner.name}_layer`);
      this.#layers.set(owner.id, identifier);
      const made =
        step.type === 'layer'
          ? printCall(layerCall(step, this.#scope), this.#scope)
          : this.#blockCall(step, []);
      const count = step.type === 'layer' ? step.ownerFacts.parameterCount : 0;
      const note = count === 0 ? '' : countText(count, 'parameter');
      statements.push(mark(owner.id, [`const ${identifier} = `, made, ';', this.#remark(note)]));
    }
    return statements;
  }

  /** One statement for each step. */
  applications(plan: ModelPlan): Layout[] {
    return plan.steps.map((step) => this.#application(step));
  }

  /** Identifiers of the outputs, in order. */
  outputs(plan: ModelPlan): string[] {
    return plan.outputs.map((output) => this.#valueOf(output.value));
  }

  #valueOf(value: PlannedValue): string {
    return this.#values.get(`${value.node}:${value.port}`) ?? 'undefined';
  }

  #application(step: PlannedStep): Layout {
    const inputs = step.inputs.map((value) => this.#valueOf(value));
    const layer = this.#layers.get(step.owner.id);
    const ports = step.type === 'layer' ? step.facts.outputs?.length : step.inner.outputs.length;
    const target = this.#target(step, ports ?? 1);
    let value: Layout;
    if (step.type === 'layer') {
      value = this.#appliedLayer(step, layer, inputs, ports ?? 1);
    } else {
      value = layer === undefined ? this.#blockCall(step, inputs) : [layer, inParentheses(inputs)];
    }
    const count = layer === undefined ? step.facts.parameterCount : 0;
    const note = layerRemark(step.facts.outputs, count);
    return mark(step.node.id, [`const ${target} = `, value, ';', this.#remark(note)]);
  }

  #appliedLayer(
    step: PlannedLayer,
    layer: string | undefined,
    inputs: readonly string[],
    ports: number,
  ): Layout {
    const single = inputs.length === 1 ? inputs[0] : undefined;
    const applied = ['.apply(', single ?? inBrackets(inputs), ')'];
    const type = ports > 1 ? 'tf.SymbolicTensor[]' : 'tf.SymbolicTensor';
    const call = layerCall(step, this.#scope);
    if (layer !== undefined) return [layer, applied, ` as ${type}`];
    if (call.module !== undefined) return [printCall(call, this.#scope), applied, ` as ${type}`];
    const name = functionName(call, this.#scope);
    const root = name.slice(0, name.lastIndexOf('.'));
    const made = [name.slice(root.length), printArguments(call, this.#scope)];
    return group([root, indent([softLine, made, softLine, applied]), ` as ${type}`]);
  }

  #blockCall(step: PlannedBlock, inputs: readonly string[]): Layout {
    const { identifier, params } = this.#scope.blockFunction(step);
    const values = params.map((name): Layout => {
      const param = referredParam(step.owner.params[name]);
      return param === null
        ? printValue(step.facts.params[name] ?? null, this.#scope)
        : this.#scope.paramName(param);
    });
    const name = this.#scope.layerName(step.owner.name);
    return [identifier, inParentheses([name, ...inputs, ...values])];
  }

  #target(step: PlannedStep, ports: number): string {
    const { node } = step;
    const identifiers = Array.from({ length: ports }, (_, port) => {
      const wanted = port === 0 ? node.name : `${node.name}_output_${port}`;
      const identifier = this.#scope.names.take(wanted);
      this.name({ node: node.id, port }, identifier);
      return identifier;
    });
    return ports === 1 ? identifiers.join('') : `[${identifiers.join(', ')}]`;
  }

  #remark(text: string): Layout {
    return this.#scope.hasRemarks && text !== '' ? remark(` // ${text}`) : '';
  }
}

/** A layer's call with its name and, right after it, `more`. */
export function layerCall(
  step: PlannedLayer,
  scope: BodyScope,
  more: Readonly<Record<string, CallValue>> = {},
): PrintCall {
  const call = tfjsCallOf(step.layer, step.ownerFacts.params) ?? {
    fn: 'layers.identity',
    args: {},
  };
  const { args, ...rest } = withReferences(
    call,
    step.owner.params,
    step.ownerFacts.params,
    scope.paramName,
  );
  const name = new Verbatim(scope.layerName(step.owner.name));
  return { ...rest, args: { name, ...more, ...args } };
}
