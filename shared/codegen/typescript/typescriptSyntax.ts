import { libraryName, tfjsCallOf } from '#shared/codegen/calls.ts';
import { typescriptWords } from '#shared/codegen/identifiers.ts';
import {
  type Layout,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  onLines,
  remark,
  softLine,
} from '#shared/codegen/layout.ts';
import type { PrintCall } from '#shared/codegen/printValue.ts';
import type { BlockCode, Syntax } from '#shared/codegen/syntax.ts';
import { commentText } from '#shared/codegen/text.ts';
import {
  functionName,
  inBrackets,
  inParentheses,
  isTyped,
  printArgument,
  printArguments,
  printCall,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import type { Param } from '#shared/layers/params.ts';

/** TypeScript as prettier formats it, at 100 columns with single quotes. */
export const typescriptSyntax: Syntax = {
  style: 'camelCase',
  step: '  ',
  width: 100,
  reserved: typescriptWords,
  quote,
  nameInBlock: (name) => `\`\${name}/${libraryName(name)}\``,
  comment: (text) => remark(` // ${text}`),
  assignment: (targets, value) => [
    targets.length === 1 ? `const ${targets.join('')} = ` : `const [${targets.join(', ')}] = `,
    value,
    ';',
  ],
  value: printArgument,
  layerCall: (step) => tfjsCallOf(step.layer, step.ownerFacts.params, step.ownerFacts.inputs),
  call: printCall,
  apply: applied,
  applyMade: (layer, _call, inputs, outputCount) => [layer, application(inputs), cast(outputCount)],
  invoke: (identifier, values) => [identifier, inParentheses(values)],
  blockFunction,
};

function applied(call: PrintCall, inputs: readonly string[], outputCount: number): Layout {
  if (call.module !== undefined) return [printCall(call), application(inputs), cast(outputCount)];
  const name = functionName(call);
  const root = name.slice(0, name.lastIndexOf('.'));
  const made = [name.slice(root.length), printArguments(call)];
  return group([root, indent([softLine, made, softLine, application(inputs)]), cast(outputCount)]);
}

function application(inputs: readonly string[]): Layout {
  const [first] = inputs;
  const single = inputs.length === 1 ? first : undefined;
  return ['.apply(', single ?? inBrackets(inputs), ')'];
}

function cast(outputCount: number): Layout {
  // As a list, each output might be missing.
  const type = 'tf.SymbolicTensor';
  const types = Array.from({ length: outputCount }, () => type);
  return [' as ', outputCount > 1 ? inBrackets(types) : type];
}

function blockFunction(block: BlockCode): Layout {
  const tensors = block.inputs.map((input) => `${input}: tf.SymbolicTensor`);
  const params = block.params.map(({ identifier, param }) => parameter(identifier, param));
  const outputs = block.outputs.map(() => 'tf.SymbolicTensor').join(', ');
  const type = block.outputs.length === 1 ? outputs : `[${outputs}]`;
  const [first] = block.outputs;
  const result = block.outputs.length === 1 ? (first ?? '') : inBrackets(block.outputs);
  const applied = onLines([...block.applied, ['return ', result, ';']]);
  const head = (parameters: readonly Layout[], returned: string): Layout => [
    `/** ${commentText(block.title)}. */`,
    hardLine,
    `function ${block.identifier}`,
    inParentheses(parameters),
    `: ${returned} {`,
  ];
  const tail = [hardLine, '}', hardLine, hardLine];
  if (!block.isShared) {
    return [head(['name: string', ...tensors, ...params], type), indent(applied), tail];
  }
  const arrow = ['return ', inParentheses(block.inputs), ' => {', indent(applied), hardLine, '};'];
  const returned = `(${tensors.join(', ')}) => ${type}`;
  const body = indent(onLines([...block.made, arrow]));
  return [head(['name: string', ...params], returned), body, tail];
}

/** `width: number`; a long list of words has a line for each. */
function parameter(identifier: string, param: Param | undefined): Layout {
  if (param?.type !== 'choice') return `${identifier}: ${typeOf(param)}`;
  const words = param.choices.filter(isTyped).map(quote);
  return group([`${identifier}:`, indent([line, ifBroken('| '), join([line, '| '], words)])]);
}

function typeOf(param: Exclude<Param, { type: 'choice' }> | undefined): string {
  switch (param?.type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
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
