import {
  type Layout,
  brokenGroup,
  group,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from '#shared/codegen/layout.ts';
import {
  type PrintCall,
  type PrintValue,
  Verbatim,
  isPrintCall,
  isValueList,
  writtenArguments,
} from '#shared/codegen/printValue.ts';

/** `tf.layers.dense({ units: 10 })`. */
export function printCall(call: PrintCall): Layout {
  return [functionName(call), printArguments(call)];
}

/** `tf.layers.dense`, or the function of a module of ours. */
export function functionName(call: PrintCall): string {
  return call.module === undefined ? `tf.${call.fn}` : call.fn;
}

/** `({ units: 10 })`. */
export function printArguments(call: PrintCall): Layout {
  const args = writtenArguments(call);
  if (call.positional === true) {
    return inParentheses(args.map(([, value]) => printValue(value)));
  }
  // The library's types know no null: an argument that is null is one that is not given.
  const given = args.filter(([, value]) => value !== null);
  return given.length === 0 ? '()' : ['(', printEntries(given), ')'];
}

/** `(a, b)`; one below the other where the line is too short. */
export function inParentheses(items: readonly Layout[]): Layout {
  if (items.length === 0) return '()';
  return group(['(', indent([softLine, join([',', line], items)]), ifBroken(','), softLine, ')']);
}

/** `[a, b]`, as `inParentheses`; always one below the other with `as` brokenGroup. */
export function inBrackets(items: readonly Layout[], as = group): Layout {
  if (items.length === 0) return '[]';
  return as(['[', indent([softLine, join([',', line], items)]), ifBroken(','), softLine, ']']);
}

/** `{ a: 1, b }` from code. */
export function inBraces(entries: readonly (readonly [string, Layout])[]): Layout {
  const items = entries.map(([name, text]): Layout => {
    return text === name ? name : [printKey(name), ': ', text];
  });
  return group(['{', indent([line, join([',', line], items)]), ifBroken(','), line, '}']);
}

/** A value as prettier prints it. */
export function printValue(value: PrintValue): Layout {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'string') return quote(value);
  if (value instanceof Verbatim) return value.text;
  if (isPrintCall(value)) {
    return value.shorthand === undefined ? printCall(value) : quote(value.shorthand);
  }
  if (isValueList(value)) return printList(value);
  const entries = Object.entries(value);
  return entries.length === 0 ? '{}' : printEntries(entries);
}

function printList(values: readonly PrintValue[]): Layout {
  const items = values.map((value) => printValue(value));
  // Prettier sets several lists of several items one below the other.
  const isTable = values.length > 1 && values.every((item) => isValueList(item) && item.length > 1);
  return isTable ? inBrackets(items, brokenGroup) : inBrackets(items);
}

function printEntries(entries: readonly (readonly [string, PrintValue])[]): Layout {
  const printed = entries.map(([name, value]): [string, Layout] => {
    return [
      name,
      /activation$|^noiseShape$/iu.test(name) ? printArgument(value) : printValue(value),
    ];
  });
  return inBraces(printed);
}

/** Words that tfjs computes with and its types leave out. */
const untyped: readonly PrintValue[] = ['logSoftmax'];

/** Whether tfjs's types know a word. */
export function isTyped(word: string): boolean {
  return !untyped.includes(word);
}

/** A value that is handed on to tfjs, in a form that its types accept. */
export function printArgument(value: PrintValue): Layout {
  const printed = printValue(value);
  // A null in a noise shape is the input's own size.
  const hasHole = isValueList(value) && value.includes(null);
  return hasHole || untyped.includes(value) ? [printed, ' as never'] : printed;
}

/** A name before a colon; in quotes where it must be. */
export function printKey(name: string): string {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name) ? name : quote(name);
}

/** The shortest form that reads back as the same number. */
export function printNumber(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value).replace('e+', 'e') : `Number.${limitName(value)}`;
}

function limitName(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'POSITIVE_INFINITY' : 'NEGATIVE_INFINITY';
}

/** A string in the quotes that prettier chooses. */
export function quote(text: string): string {
  const json = JSON.stringify(text).replace(
    /[\u2028\u2029]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16)}`,
  );
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  if (singles > doubles) return json;
  return `'${json.slice(1, -1).replace(/\\"/gu, '"').replace(/'/gu, "\\'")}'`;
}
