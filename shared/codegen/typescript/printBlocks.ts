import { Identifiers, typescriptWords } from '#shared/codegen/identifiers.ts';
import { type Layout, hardLine, indent, render } from '#shared/codegen/layout.ts';
import { type ModelPlan, type PlannedBlock, countUses } from '#shared/codegen/plan.ts';
import { commentText } from '#shared/codegen/text.ts';
import {
  type BlockFunction,
  BodyPrinter,
  type BodyScope,
} from '#shared/codegen/typescript/printBody.ts';
import { inBrackets, inParentheses, quote } from '#shared/codegen/typescript/printCall.ts';
import type { Param } from '#shared/layers/params.ts';

const probeWidth = 100;

/**
 * The functions that build blocks. Uses of a block that differ only in arguments which the code names share one
 * function; other differences give another function. A block whose weights are shared returns a function
 * that applies its layers, and is called once.
 */
export class BlockFunctions {
  /** The printed functions, each after those it calls. */
  readonly printed: Layout[] = [];
  /** Names of the module, taken by imports and functions. */
  readonly names: Identifiers;
  readonly #imported: BodyScope['imported'];
  readonly #byText = new Map<string, BlockFunction>();
  readonly #byStep = new Map<PlannedBlock, BlockFunction>();
  readonly #taken: string[];

  constructor(taken: readonly string[], imported: BodyScope['imported']) {
    this.#taken = [...typescriptWords, ...taken];
    this.names = new Identifiers('camelCase', this.#taken);
    this.#imported = imported;
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
    return new Identifiers('camelCase', [...this.#taken, 'name']);
  }

  #functionOf(step: PlannedBlock, isShared: boolean): BlockFunction {
    const { params, parameters, body, result } = this.#body(step, isShared);
    const text = render([parameters, body], probeWidth, '  ').text;
    const key = `${step.block.id}\n${isShared}\n${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const identifier = this.names.take(step.block.name);
    this.#taken.push(identifier);
    const made = { identifier, params };
    this.#byText.set(key, made);
    this.printed.push([
      `/** ${commentText(step.block.name)}. */`,
      hardLine,
      [`function ${identifier}`, parameters, `: ${result} {`],
      indent(body),
      hardLine,
      '}',
      hardLine,
      hardLine,
    ]);
    return made;
  }

  #body(step: PlannedBlock, isShared: boolean) {
    const names = this.localNames();
    const inputs = step.inner.inputs.map((input) => names.take(input.node.name));
    const identifiers = new Map(
      Object.keys(step.block.params).map((param) => [param, names.take(param)]),
    );
    const used = new Set<string>();
    const body = new BodyPrinter({
      names,
      imported: this.#imported,
      layerName: (name) => `\`\${name}/${name.replace(/[\\`]|\$\{/gu, '\\$&')}\``,
      paramName: (param) => {
        used.add(param);
        return identifiers.get(param) ?? param;
      },
      hasRemarks: false,
      blockFunction: (inner) => this.of(inner),
    });
    for (const [index, input] of step.inner.inputs.entries()) {
      body.name({ node: input.node.id, port: 0 }, inputs[index] ?? 'undefined');
    }
    const made = isShared ? body.layers(step.inner, () => true) : [];
    const applied = isShared ? body.applications(step.inner) : body.statements(step.inner);
    const outputs = body.outputs(step.inner);
    const returned = outputs.length === 1 ? (outputs[0] ?? '') : inBrackets(outputs);
    const tensors = inputs.map((input) => `${input}: tf.SymbolicTensor`);
    const type =
      outputs.length === 1
        ? 'tf.SymbolicTensor'
        : `[${outputs.map(() => 'tf.SymbolicTensor').join(', ')}]`;
    const params = Object.keys(step.block.params).filter((param) => used.has(param));
    const typed = params.map((param) => {
      return `${identifiers.get(param) ?? param}: ${typeOf(step.block.params[param])}`;
    });
    const last = ['return ', returned, ';'];
    if (!isShared) {
      return {
        params,
        parameters: inParentheses(['name: string', ...tensors, ...typed]),
        body: onLines([...applied, last]),
        result: type,
      };
    }
    const arrow = ['return ', inParentheses(tensors), ' => {', indent(onLines([...applied, last]))];
    return {
      params,
      parameters: inParentheses(['name: string', ...typed]),
      body: onLines([...made, [...arrow, hardLine, '};']]),
      result: `(${tensors.join(', ')}) => ${type}`,
    };
  }
}

/** Each statement on a line of its own, after a new line. */
export function onLines(statements: readonly Layout[]): Layout {
  return statements.flatMap((statement) => [hardLine, statement]);
}

function typeOf(param: Param | undefined): string {
  switch (param?.type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'choice':
      return param.choices.map(quote).join(' | ');
    case 'integers':
      return param.length === undefined
        ? 'number[]'
        : `[${Array.from({ length: param.length }, () => 'number').join(', ')}]`;
    case 'text':
    case 'initializer':
    case 'regularizer':
    case 'constraint':
    case undefined:
      return 'string';
  }
}
