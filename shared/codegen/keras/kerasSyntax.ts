import { kerasCallOf, libraryName } from '#shared/codegen/calls.ts';
import { pythonWords } from '#shared/codegen/identifiers.ts';
import {
  inBrackets,
  inParentheses,
  printCall,
  printValue,
  quote,
} from '#shared/codegen/keras/printCall.ts';
import { type Layout, hardLine, indent, onLines, remark } from '#shared/codegen/layout.ts';
import type { PrintCall } from '#shared/codegen/printValue.ts';
import type { BlockCode, Syntax } from '#shared/codegen/syntax.ts';
import { commentText } from '#shared/codegen/text.ts';
import type { Application } from '#shared/layers/call.ts';

/** Python as black formats it, at 88 columns. */
export const kerasSyntax: Syntax = {
  style: 'snake_case',
  step: '    ',
  width: 88,
  reserved: pythonWords,
  quote,
  // Keras allows no slash in a layer's name.
  nameInBlock: (name) => `f"{name}_${kerasName(name)}"`,
  comment: (text) => remark(`  # ${text}`),
  assignment: (targets, value) => [`${targets.join(', ')} = `, value],
  value: printValue,
  layerCall: (step) => kerasCallOf(step.layer, step.ownerFacts.params, step.ownerFacts.inputs),
  call: (call) => printCall(nameLast(call)),
  apply: (call, inputs) => [printCall(nameLast(call)), applied(inputs, call.application)],
  applyMade: (layer, call, inputs) => [layer, applied(inputs, call.application)],
  invoke: (identifier, values) => [identifier, inParentheses(values)],
  blockFunction,
};

/** A layer's name in Keras, which allows no slash. */
export function kerasName(path: string): string {
  return libraryName(path).replace(/\//gu, '_');
}

/** Keras's habit: a layer's name comes last. */
function nameLast(call: PrintCall): PrintCall {
  const { name = null, ...args } = call.args;
  return { ...call, args: { ...args, name } };
}

function applied(inputs: readonly string[], application: Application | undefined): Layout {
  if (application === undefined) {
    return inputs.length === 1 ? `(${inputs.join('')})` : ['(', inBrackets(inputs), ')'];
  }
  const missing = Math.max(application.atLeast - inputs.length, 0);
  const tensors = [...inputs, ...new Array<string>(missing).fill(inputs.at(-1) ?? 'None')];
  const args = Object.entries(application.args).map(([name, value]): Layout => [
    `${name}=`,
    printValue(value),
  ]);
  const given = application.inputs === 'list' ? [inBrackets(tensors)] : tensors;
  return given.length + args.length === 1 ? ['(', given, ')'] : inParentheses([...given, ...args]);
}

function blockFunction(block: BlockCode): Layout {
  const params = block.params.map(({ identifier }) => identifier);
  const result = `return ${block.outputs.join(', ')}`;
  const head = (parameters: readonly string[]): Layout => [
    [`def ${block.identifier}`, inParentheses(parameters), ':'],
    indent([hardLine, `"""${docText(block.title)}."""`]),
  ];
  const tail = [hardLine, hardLine, hardLine];
  if (!block.isShared) {
    const body = onLines([...block.applied, result]);
    return [head(['name', ...block.inputs, ...params]), indent(body), tail];
  }
  const inner = [
    'def apply',
    inParentheses(block.inputs),
    ':',
    indent(onLines([...block.applied, result])),
  ];
  const body = onLines([...block.made, '', inner, '', 'return apply']);
  return [head(['name', ...params]), indent(body), tail];
}

/** A text of the user's inside a docstring. */
export function docText(text: string): string {
  return commentText(text).replace(/\\/gu, '\\\\').replace(/"/gu, "'");
}
