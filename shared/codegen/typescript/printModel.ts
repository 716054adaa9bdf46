import { tfjsCallOf } from '#shared/codegen/calls.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import {
  type Layout,
  type LineRange,
  hardLine,
  indent,
  mark,
  remark,
  render,
} from '#shared/codegen/layout.ts';
import { type ModelPlan, planModel } from '#shared/codegen/plan.ts';
import {
  type PrintedCode,
  commentText,
  layerRemark,
  describePlan,
  leftOutText,
  moduleFunctions,
  shapeText,
} from '#shared/codegen/text.ts';
import { BlockFunctions, onLines } from '#shared/codegen/typescript/printBlocks.ts';
import { BodyPrinter, type BodyScope, layerCall } from '#shared/codegen/typescript/printBody.ts';
import {
  inBraces,
  inBrackets,
  inParentheses,
  printCall,
  printValue,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** Columns of printed TypeScript. */
export const typescriptWidth = 100;

/**
 * Prints `src/model.ts`: `createModel()` from the calls that the engine runs. Takes unfinished documents too;
 * what cannot be built yet is named in a comment.
 */
export function printTypeScriptModel(document: StrataDocument, facts: GraphFacts): PrintedCode {
  const plan = planModel(facts);
  const imports = new Map<string, Set<string>>();
  for (const { module, fn } of moduleFunctions(plan, tfjsCallOf)) {
    imports.set(module, (imports.get(module) ?? new Set()).add(fn));
  }
  const importedNames = [...imports.values()].flatMap((names) => [...names]);
  const imported: BodyScope['imported'] = (_module, fn) => fn;
  const blocks = new BlockFunctions(['tf', 'model', 'createModel', ...importedNames], imported);
  blocks.add(plan);
  const scope: BodyScope = {
    names: blocks.localNames(),
    imported,
    layerName: quote,
    paramName: (param) => param,
    hasRemarks: true,
    blockFunction: (step) => blocks.of(step),
  };
  const name = quote(snakeCase(document.name));
  const body =
    plan.style === 'sequential' ? sequential(plan, scope, name) : functional(plan, scope, name);
  const type = plan.style === 'sequential' ? 'tf.Sequential' : 'tf.LayersModel';
  const layout: Layout = [
    "import * as tf from '@tensorflow/tfjs';",
    [...imports].map(([module, functions]): Layout => {
      const names = `{ ${[...functions].sort().join(', ')} }`;
      return [hardLine, `import ${names} from './layers/${module}.ts';`];
    }),
    hardLine,
    hardLine,
    blocks.printed,
    `/** ${commentText(document.name)}: ${describePlan(plan, facts)}. */`,
    hardLine,
    `export function createModel(): ${type} {`,
    indent(body),
    hardLine,
    '}',
  ];
  const { text, lines } = render(layout, typescriptWidth, '  ');
  return { text, lines: withInput(plan, lines), modules: [...imports.keys()] };
}

function sequential(plan: ModelPlan, scope: BodyScope, name: string): Layout {
  const shape = plan.inputs[0]?.facts.outputs?.[0] ?? [];
  const dtype = plan.inputs[0]?.facts.params['dtype'];
  const isFloat = typeof dtype !== 'string' || dtype === 'float32';
  const first = inBraces([
    ['inputShape', printValue(shape, scope)],
    ['dtype', quote(String(dtype))],
  ]);
  const steps = plan.steps.flatMap((step, index): Layout[] => {
    if (step.type === 'block') return [];
    const more = index === 0 && isFloat ? { inputShape: shape } : {};
    const call = printCall(layerCall(step, scope, more), scope);
    const note = layerRemark(step.facts.outputs, step.facts.parameterCount);
    return [mark(step.node.id, ['model.add', inParentheses([call]), ';', remark(` // ${note}`)])];
  });
  return [
    onLines([['const model = tf.sequential(', inBraces([['name', name]]), ');']]),
    hardLine,
    isFloat ? [] : onLines([['model.add(tf.layers.inputLayer(', first, '));']]),
    onLines(steps),
    leftOutLines(plan),
    hardLine,
    onLines(['return model;']),
  ];
}

function functional(plan: ModelPlan, scope: BodyScope, name: string): Layout {
  const body = new BodyPrinter(scope);
  const inputs = plan.inputs.map((input) => {
    const identifier = scope.names.take(input.node.name);
    body.name({ node: input.node.id, port: 0 }, identifier);
    return { input, identifier };
  });
  const made = inputs.map(({ input, identifier }): Layout => {
    const call = tfjsCallOf(input.layer, input.facts.params) ?? { fn: 'input', args: {} };
    const args = { name: input.node.name, ...call.args };
    const made = printCall({ ...call, args }, scope);
    const shape = input.facts.outputs?.[0];
    const note = shape === undefined ? 'shape not known yet' : shapeText(shape);
    return mark(input.node.id, [`const ${identifier} = `, made, ';', remark(` // ${note}`)]);
  });
  const statements = body.statements(plan);
  const outputs = body.outputs(plan);
  const list = (names: readonly string[]): Layout =>
    names.length === 1 ? (names[0] ?? '') : inBrackets(names);
  const model = inBraces([
    ['name', name],
    ['inputs', list(inputs.map(({ identifier }) => identifier))],
    ['outputs', list(outputs)],
  ]);
  return [
    onLines(made),
    statements.length > 0 ? [hardLine, onLines(statements)] : [],
    leftOutLines(plan),
    hardLine,
    onLines([['return tf.model(', model, ');']]),
  ];
}

function leftOutLines(plan: ModelPlan): Layout {
  return onLines(plan.leftOut.map((part) => mark(part.node.id, `// ${leftOutText(part)}`)));
}

/** A sequential model has no line for its input: it stands in the first layer's call. */
function withInput(
  plan: ModelPlan,
  lines: ReadonlyMap<string, LineRange>,
): ReadonlyMap<string, LineRange> {
  const [input] = plan.inputs;
  const first = lines.get(plan.steps[0]?.node.id ?? '');
  if (plan.style !== 'sequential' || input === undefined || first === undefined) return lines;
  return new Map([...lines, [input.node.id, first]]);
}
