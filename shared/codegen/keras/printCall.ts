import {
  type Layout,
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

/** `layers.Dense(units=10, name="dense")`; layers and ours are imported by name, the rest stands below `keras`. */
export function printCall(call: PrintCall): Layout {
  const isImported = call.module !== undefined || call.fn.startsWith('layers.');
  const fn = isImported ? call.fn : `keras.${call.fn}`;
  const args = writtenArguments(call).map(([name, value]): Layout => {
    return call.positional === true ? printValue(value) : [`${name}=`, printValue(value)];
  });
  return [fn, inParentheses(args)];
}

/** A value as black prints it. */
export function printValue(value: PrintValue): Layout {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'string') return quote(value);
  if (value instanceof Verbatim) return value.text;
  if (isPrintCall(value)) {
    return value.shorthand === undefined ? printCall(value) : quote(value.shorthand);
  }
  if (isValueList(value)) {
    const items = value.map(printValue);
    // Sizes are tuples; lists hold objects.
    return value.some((item) => typeof item === 'object' && item !== null && !isValueList(item))
      ? inside('[', items, ']')
      : inTuple(items);
  }
  const entries = Object.entries(value).map(([name, item]): Layout => {
    return [`${quote(name)}: `, printValue(item)];
  });
  return entries.length === 0 ? '{}' : inside('{', entries, '}');
}

/** `(3, 3)`, `(64,)`. */
function inTuple(items: readonly Layout[]): Layout {
  return items.length === 1 ? ['(', items, ',)'] : inside('(', items, ')');
}

/** `(a, b)`; as black breaks it: first all on the next line, then each on its own. */
export function inParentheses(items: readonly Layout[]): Layout {
  return inside('(', items, ')');
}

/** `[a, b]`. */
export function inBrackets(items: readonly Layout[]): Layout {
  return inside('[', items, ']');
}

function inside(open: string, items: readonly Layout[], close: string): Layout {
  if (items.length === 0) return open + close;
  const list = group([join([',', line], items), ifBroken(',')]);
  return group([open, indent([softLine, list]), softLine, close]);
}

function printNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (Number.isFinite(value)) return String(value).replace('e+', 'e');
  return `float("${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}")`;
}

/** A string in double quotes. */
export function quote(text: string): string {
  return JSON.stringify(text);
}
