import { type Layout, mark } from '#shared/codegen/layout.ts';
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
} from '#shared/codegen/printValue.ts';
import type { BodyScope } from '#shared/codegen/syntax.ts';
import { countText, layerRemark } from '#shared/codegen/text.ts';
import type { NodeId } from '#shared/graph/graph.ts';

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
          ? this.#scope.syntax.call(layerCall(step, this.#scope))
          : this.#blockCall(step, []);
      const count = step.type === 'layer' ? step.ownerFacts.parameterCount : 0;
      const note = count === 0 ? '' : countText(count, 'parameter');
      statements.push(this.#statement(owner.id, [identifier], made, note));
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
    const { syntax } = this.#scope;
    const inputs = step.inputs.map((value) => this.#valueOf(value));
    const layer = this.#layers.get(step.owner.id);
    const known = step.type === 'layer' ? step.facts.outputs : step.inner.outputs;
    const outputCount = known?.length ?? 1;
    const targets = this.#targets(step, outputCount);
    let value: Layout;
    if (step.type === 'layer') {
      const call = layerCall(step, this.#scope);
      value =
        layer === undefined
          ? syntax.apply(call, inputs, outputCount)
          : syntax.applyMade(layer, call, inputs, outputCount);
    } else {
      value = layer === undefined ? this.#blockCall(step, inputs) : syntax.invoke(layer, inputs);
    }
    const count = layer === undefined ? step.facts.parameterCount : 0;
    return this.#statement(step.node.id, targets, value, layerRemark(step.facts.outputs, count));
  }

  #blockCall(step: PlannedBlock, inputs: readonly string[]): Layout {
    const { identifier, params } = this.#scope.blockFunction(step);
    const { syntax } = this.#scope;
    const values = params.map((name): Layout => {
      const param = referredParam(step.owner.params[name]);
      return param === null
        ? syntax.value(step.facts.params[name] ?? null)
        : this.#scope.paramName(param);
    });
    const name = this.#scope.layerName(step.owner.name);
    return syntax.invoke(identifier, [name, ...inputs, ...values]);
  }

  #targets(step: PlannedStep, count: number): string[] {
    const { node } = step;
    return Array.from({ length: count }, (_, port) => {
      const wanted = port === 0 ? node.name : `${node.name}_output_${port}`;
      const identifier = this.#scope.names.take(wanted);
      this.name({ node: node.id, port }, identifier);
      return identifier;
    });
  }

  #statement(node: NodeId, targets: readonly string[], value: Layout, note: string): Layout {
    const { syntax, isBlock } = this.#scope;
    const statement = syntax.assignment(targets, value);
    if (isBlock) return statement;
    return mark(node, [statement, note === '' ? '' : syntax.comment(note)]);
  }
}

/** A layer's call, ready to print: with its name, and with references to the parameters of the block around. */
export function layerCall(step: PlannedLayer, scope: BodyScope): PrintCall {
  const call = scope.syntax.layerCall(step) ?? { fn: 'layers.identity', args: {} };
  const printed = withReferences(call, step.owner.params, step.ownerFacts.params, scope.paramName);
  const name = new Verbatim(scope.layerName(step.owner.name));
  return { ...printed, args: { name, ...printed.args } };
}
