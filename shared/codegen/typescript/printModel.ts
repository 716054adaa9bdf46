import { BlockFunctions } from '#shared/codegen/blockFunctions.ts';
import { libraryName, tfjsCallOf } from '#shared/codegen/calls.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import {
  type Layout,
  hardLine,
  indent,
  mark,
  onLines,
  remark,
  render,
} from '#shared/codegen/layout.ts';
import { type ModelPlan, planModel } from '#shared/codegen/plan.ts';
import { BodyPrinter, layerCall } from '#shared/codegen/printBody.ts';
import type { BodyScope } from '#shared/codegen/syntax.ts';
import {
  type PrintedCode,
  commentText,
  describePlan,
  layerRemark,
  leftOutText,
  linesWithInput,
  moduleFunctions,
  shapeText,
} from '#shared/codegen/text.ts';
import {
  inBraces,
  inBrackets,
  inParentheses,
  printCall,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import { typescriptSyntax as syntax } from '#shared/codegen/typescript/typescriptSyntax.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/**
 * Prints `src/model.ts`: `createModel()` from the calls that the engine runs. Takes unfinished documents too;
 * what cannot be built yet is named in a comment.
 */
export function printTypeScriptModel(document: StrataDocument, facts: GraphFacts): PrintedCode {
  const plan = planModel(facts);
  const imports = moduleFunctions(plan, tfjsCallOf);
  const imported = [...imports.values()].flat();
  const blocks = new BlockFunctions(syntax, ['tf', 'model', 'createModel', ...imported]);
  blocks.add(plan);
  const scope: BodyScope = {
    syntax,
    names: blocks.localNames(),
    layerName: (layer) => quote(libraryName(layer)),
    paramName: (param) => param,
    isBlock: false,
    blockFunction: (step) => blocks.of(step),
  };
  const isChain = plan.style === 'sequential';
  const name = quote(libraryName(snakeCase(document.name)));
  const importLines = [...imports].map(([module, functions]): Layout => {
    const names = inBraces(functions.map((each) => [each, each]));
    return ['import ', names, ` from './layers/${module}.ts';`];
  });
  const layout: Layout = [
    "import * as tf from '@tensorflow/tfjs';",
    onLines(importLines),
    hardLine,
    hardLine,
    blocks.printed,
    `/** ${commentText(document.name)}: ${describePlan(plan, facts)}. */`,
    hardLine,
    `export function createModel(): ${isChain ? 'tf.Sequential' : 'tf.LayersModel'} {`,
    indent(isChain ? sequential(plan, scope, name) : functional(plan, scope, name)),
    hardLine,
    '}',
  ];
  const { text, lines } = render(layout, syntax.width, syntax.step);
  return { text, lines: linesWithInput(plan, lines), modules: [...imports.keys()] };
}

function sequential(plan: ModelPlan, scope: BodyScope, name: string): Layout {
  const { outputs, params } = plan.inputs[0]?.facts ?? {};
  const shape = outputs?.[0] ?? [];
  const dtype = params?.['dtype'];
  // A layer's own `dtype` is that of its weights: an input of another type needs a line of its own.
  const typeName = typeof dtype === 'string' ? dtype : 'float32';
  const needsInput = typeName !== 'float32';
  const input = printCall({
    fn: 'layers.inputLayer',
    args: { inputShape: shape, dtype: typeName },
  });
  const steps = plan.steps.flatMap((step, index): Layout[] => {
    if (step.type === 'block') return [];
    const { args, ...call } = layerCall(step, scope);
    const { name: layerName, ...rest } = args;
    const isFirst = index === 0 && !needsInput;
    const first = isFirst ? { inputShape: shape, ...rest } : rest;
    const printed = printCall({ ...call, args: { name: layerName ?? null, ...first } });
    const note = layerRemark(step.facts.outputs, step.facts.parameterCount);
    return [
      mark(step.node.id, ['model.add', inParentheses([printed]), ';', remark(` // ${note}`)]),
    ];
  });
  return [
    onLines([['const model = tf.sequential(', inBraces([['name', name]]), ');']]),
    hardLine,
    needsInput ? onLines([['model.add', inParentheses([input]), ';']]) : '',
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
    const call = tfjsCallOf(input.layer, input.facts.params, []) ?? { fn: 'input', args: {} };
    const made = printCall({ ...call, args: { name: libraryName(input.node.name), ...call.args } });
    const shape = input.facts.outputs?.[0];
    const note = shape === undefined ? 'shape not known yet' : shapeText(shape);
    const statement = [`const ${identifier} = `, made, ';', remark(` // ${note}`)];
    return { identifier, statement: mark(input.node.id, statement) };
  });
  const statements = body.statements(plan);
  const list = (names: readonly string[]): Layout =>
    names.length === 1 ? names.join('') : inBrackets(names);
  const model = inBraces([
    ['name', name],
    ['inputs', list(inputs.map(({ identifier }) => identifier))],
    ['outputs', list(body.outputs(plan))],
  ]);
  if (inputs.length === 0 && statements.length === 0) {
    return [leftOutLines(plan), onLines([['return tf.model(', model, ');']])];
  }
  return [
    onLines(inputs.map(({ statement }) => statement)),
    statements.length > 0 ? [hardLine, onLines(statements)] : '',
    leftOutLines(plan),
    hardLine,
    onLines([['return tf.model(', model, ');']]),
  ];
}

function leftOutLines(plan: ModelPlan): Layout {
  return onLines(plan.leftOut.map((part) => mark(part.node.id, `// ${leftOutText(part)}`)));
}
