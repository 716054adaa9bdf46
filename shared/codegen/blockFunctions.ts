import { Identifiers } from '#shared/codegen/identifiers.ts';
import { type Layout, render } from '#shared/codegen/layout.ts';
import { type ModelPlan, type PlannedBlock, countUses } from '#shared/codegen/plan.ts';
import { BodyPrinter } from '#shared/codegen/printBody.ts';
import type { BlockCode, BodyScope, Syntax } from '#shared/codegen/syntax.ts';

type BlockFunction = ReturnType<BodyScope['blockFunction']>;

/**
 * The functions that build blocks. Uses of a block that differ only in arguments which the code names share one
 * function; other differences give another function. A block whose weights are shared returns a function
 * that applies its layers, and is called once.
 */
export class BlockFunctions {
  /** The printed functions, each after those it calls. */
  readonly printed: Layout[] = [];
  readonly #syntax: Syntax;
  readonly #byText = new Map<string, BlockFunction>();
  readonly #byStep = new Map<PlannedBlock, BlockFunction>();
  readonly #taken: string[];

  /** `taken`: names that the program uses already, imports for example. */
  constructor(syntax: Syntax, taken: readonly string[]) {
    this.#syntax = syntax;
    this.#taken = [...syntax.reserved, ...taken];
  }

  /** Prints the functions that a plan's blocks need. */
  add(plan: ModelPlan): void {
    const uses = countUses(plan);
    for (const step of plan.steps) {
      if (step.type !== 'block') continue;
      this.add(step.inner);
      this.#byStep.set(step, this.#functionOf(step, (uses.get(step.owner.id) ?? 0) > 1));
    }
  }

  /** The function of a use that `add` has seen. */
  of(step: PlannedBlock): BlockFunction {
    return this.#byStep.get(step) ?? { identifier: 'undefined', params: [] };
  }

  /** Names for the variables inside one function. */
  localNames(): Identifiers {
    return new Identifiers(this.#syntax.style, [...this.#taken, 'name']);
  }

  #functionOf(step: PlannedBlock, isShared: boolean): BlockFunction {
    const { code, params } = this.#code(step, isShared);
    const { blockFunction, style, width, step: indentation } = this.#syntax;
    const text = render(blockFunction({ ...code, identifier: '_' }), width, indentation).text;
    const key = `${step.block.id}\n${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const identifier = new Identifiers(style, this.#taken).take(step.block.name);
    this.#taken.push(identifier);
    const made = { identifier, params };
    this.#byText.set(key, made);
    this.printed.push(blockFunction({ ...code, identifier }));
    return made;
  }

  #code(step: PlannedBlock, isShared: boolean) {
    const { block, inner } = step;
    const names = this.localNames();
    const inputs = inner.inputs.map((input) => names.take(input.node.name));
    const identifiers = new Map(Object.keys(block.params).map((name) => [name, names.take(name)]));
    const used = new Set<string>();
    const body = new BodyPrinter({
      syntax: this.#syntax,
      names,
      layerName: this.#syntax.nameInBlock,
      paramName: (param) => {
        used.add(param);
        return identifiers.get(param) ?? param;
      },
      isBlock: true,
      blockFunction: (nested) => this.of(nested),
    });
    for (const [index, input] of inner.inputs.entries()) {
      body.name({ node: input.node.id, port: 0 }, inputs[index] ?? 'undefined');
    }
    const made = isShared ? body.layers(inner, () => true) : [];
    const applied = isShared ? body.applications(inner) : body.statements(inner);
    const params = Object.keys(block.params).filter((param) => used.has(param));
    const code: Omit<BlockCode, 'identifier'> = {
      title: block.name,
      inputs,
      params: params.map((name) => ({
        identifier: identifiers.get(name) ?? name,
        param: block.params[name],
      })),
      outputs: body.outputs(inner),
      made,
      applied,
      isShared,
    };
    return { code, params };
  }
}
