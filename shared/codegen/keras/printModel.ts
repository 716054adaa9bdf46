import { BlockFunctions } from '#shared/codegen/blockFunctions.ts';
import { kerasCallOf } from '#shared/codegen/calls.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { docText, kerasName, kerasSyntax as syntax } from '#shared/codegen/keras/kerasSyntax.ts';
import { inBrackets, inParentheses, printCall, quote } from '#shared/codegen/keras/printCall.ts';
import {
  type Layout,
  brokenGroup,
  hardLine,
  indent,
  mark,
  onLines,
  render,
} from '#shared/codegen/layout.ts';
import { type ModelPlan, type PlannedInput, planModel } from '#shared/codegen/plan.ts';
import { BodyPrinter, layerCall } from '#shared/codegen/printBody.ts';
import type { BodyScope } from '#shared/codegen/syntax.ts';
import {
  type PrintedCode,
  describePlan,
  layerRemark,
  leftOutText,
  linesWithInput,
  moduleFunctions,
  shapeText,
} from '#shared/codegen/text.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/**
 * Prints `model.py`: `create_model()` for Keras 3. Takes unfinished documents too; what cannot be built yet is
 * named in a comment.
 */
export function printKerasModel(document: StrataDocument, facts: GraphFacts): PrintedCode {
  const plan = planModel(facts);
  const imports = moduleFunctions(plan, kerasCallOf);
  const imported = [...imports.values()].flat();
  const taken = ['keras', 'layers', 'model', 'create_model', 'apply', ...imported];
  const blocks = new BlockFunctions(syntax, taken);
  blocks.add(plan);
  const scope: BodyScope = {
    syntax,
    names: blocks.localNames(),
    layerName: (layer) => quote(kerasName(layer)),
    paramName: (param) => param,
    isBlock: false,
    blockFunction: (step) => blocks.of(step),
  };
  const name: Layout = ['name=', quote(kerasName(snakeCase(document.name)))];
  const importLines = [...imports].map(
    ([module, functions]) => `from custom_layers.${module} import ${functions.join(', ')}`,
  );
  const layout: Layout = [
    'import keras',
    usesLayers(plan) ? [hardLine, 'from keras import layers'] : '',
    importLines.length > 0 ? [hardLine, onLines(importLines)] : '',
    hardLine,
    hardLine,
    hardLine,
    blocks.printed,
    'def create_model():',
    indent([
      [hardLine, `"""${docText(document.name)}: ${describePlan(plan, facts)}."""`],
      plan.style === 'sequential' ? sequential(plan, scope, name) : functional(plan, scope, name),
    ]),
  ];
  const { text, lines } = render(layout, syntax.width, syntax.step);
  return { text, lines: linesWithInput(plan, lines), modules: [...imports.keys()] };
}

/** Whether some layer is one of Keras's own. */
function usesLayers({ steps }: ModelPlan): boolean {
  return steps.some((step) =>
    step.type === 'block'
      ? usesLayers(step.inner)
      : kerasCallOf(step.layer, step.ownerFacts.params, step.ownerFacts.inputs)?.module ===
        undefined,
  );
}

function sequential(plan: ModelPlan, scope: BodyScope, name: Layout): Layout {
  const item = (node: string, printed: Layout, note: string): Layout =>
    mark(node, [hardLine, printed, ',', `  # ${note}`]);
  const inputs = plan.inputs.map((input) => {
    return item(input.node.id, printCall(inputCall(input)), inputNote(input));
  });
  const steps = plan.steps.flatMap((step): Layout[] => {
    if (step.type === 'block') return [];
    const note = layerRemark(step.facts.outputs, step.facts.parameterCount);
    return [item(step.node.id, syntax.call(layerCall(step, scope)), note)];
  });
  const list = ['[', indent([...inputs, ...steps]), hardLine, ']'];
  return [
    hardLine,
    'model = keras.Sequential',
    brokenGroup(['(', indent([hardLine, list, ',', hardLine, name, ',']), hardLine, ')']),
    leftOutLines(plan),
    hardLine,
    'return model',
  ];
}

function functional(plan: ModelPlan, scope: BodyScope, name: Layout): Layout {
  const body = new BodyPrinter(scope);
  const inputs = plan.inputs.map((input) => {
    const identifier = scope.names.take(input.node.name);
    body.name({ node: input.node.id, port: 0 }, identifier);
    const statement = [`${identifier} = `, printCall(inputCall(input))];
    const note = syntax.comment(inputNote(input));
    return { identifier, statement: mark(input.node.id, [statement, note]) };
  });
  const statements = body.statements(plan);
  const list = (names: readonly string[]): Layout =>
    names.length === 1 ? names.join('') : inBrackets(names);
  const identifiers = inputs.map(({ identifier }) => identifier);
  const model = inParentheses([
    ['inputs=', list(identifiers)],
    ['outputs=', list(body.outputs(plan))],
    name,
  ]);
  return [
    onLines(inputs.map(({ statement }) => statement)),
    statements.length > 0 ? [hardLine, onLines(statements)] : '',
    leftOutLines(plan),
    hardLine,
    onLines([['return keras.Model', model]]),
  ];
}

function inputCall(input: PlannedInput) {
  const call = kerasCallOf(input.layer, input.facts.params, []) ?? { fn: 'Input', args: {} };
  return { ...call, args: { ...call.args, name: kerasName(input.node.name) } };
}

function inputNote(input: PlannedInput): string {
  const shape = input.facts.outputs?.[0];
  return shape === undefined ? 'shape not known yet' : shapeText(shape);
}

function leftOutLines(plan: ModelPlan): Layout {
  return onLines(plan.leftOut.map((part) => mark(part.node.id, `# ${leftOutText(part)}`)));
}
