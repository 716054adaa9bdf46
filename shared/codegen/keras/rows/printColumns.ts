import { snakeCase } from '#shared/codegen/identifiers.ts';
import { inBrackets, inParentheses, printValue, quote } from '#shared/codegen/keras/printCall.ts';
import { kerasSyntax } from '#shared/codegen/keras/kerasSyntax.ts';
import { type Layout, hardLine, indent, render } from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type { PreparationCall, PreparedPort } from '#shared/codegen/preparationPlan.ts';
import type { Feature, JsonValue } from '#shared/data/catalogue.ts';

/** A layout as Python text. */
export function formatPython(layout: Layout): string {
  return render(layout, kerasSyntax.width, kerasSyntax.step).text;
}

/** Import lines of the functions of the carried arithmetic. */
export function arithmeticImports(kinds: Iterable<string>): string[] {
  const names = [...new Set(kinds)].map(snakeCase).sort();
  return names.map((name) => `from arithmetic.${name} import ${name}`);
}

/** A value of JSON in the code; lists stay lists. */
export function printJson(value: JsonValue): Layout {
  return Array.isArray(value)
    ? inBrackets((value as readonly JsonValue[]).map(printJson))
    : printValue(value);
}

/** A value in the code, or by its name in `preparation.json`. */
export function printLearned(value: JsonValue, wanted: string, learned: LearnedValues): Layout {
  const name = learned.nameOf(value, wanted);
  return name === null ? printJson(value) : `LEARNED[${quote(name)}]`;
}

/** Statements that call the steps' arithmetic on columns, in the order of the steps. */
export function printCalls(
  calls: readonly PreparationCall[],
  learned: LearnedValues,
): readonly Layout[] {
  const statements: Layout[] = [];
  let step = -1;
  for (const call of calls) {
    const { index, definition } = call.action.step;
    if (index !== step) statements.push(`# ${definition.title.en}.`);
    step = index;
    statements.push(...printStep(call, learned));
  }
  return statements;
}

function printStep({ action, given }: PreparationCall, learned: LearnedValues): readonly Layout[] {
  const { definition } = action.step;
  const [first = ''] = action.names;
  const isSingle = action.names.length === 1;
  const names = inBrackets(action.names.map(quote));
  const cells: Layout = isSingle
    ? `columns[${quote(first)}]`
    : ['together', inParentheses(['columns', names])];
  const wanted = `${isSingle ? first : 'all'} ${definition.kind}`;
  const values = given.map((value) => printLearned(value, wanted, learned));
  const call: Layout = [snakeCase(definition.kind), inParentheses([cells, ...values])];
  if (definition.keeps !== undefined) return [['stays &= ', call]];
  if (isSingle) return [[`columns[${quote(first)}] = `, call]];
  return [['put_back', inParentheses(['columns', names, call])]];
}

/** `numbers(columns, "age")`, or several joined, shaped as the model takes them. */
export function printPort(
  { features, shape, dtype }: Omit<PreparedPort, 'node'>,
  learned: LearnedValues,
  wrap: (cells: Layout) => Layout,
): Layout {
  const parts = features.map((feature) => printNumbers(feature, learned));
  const cells: Layout =
    parts.length === 1 ? parts : ['join_columns', inParentheses([inBrackets(parts)])];
  const sizes = inBrackets(shape.map((size) => (size === null ? 'None' : String(size))));
  return ['shaped', inParentheses([wrap(cells), sizes, quote(dtype)])];
}

function printNumbers(feature: Feature, learned: LearnedValues): Layout {
  const { name, kind, dtype, classNames } = feature;
  if (kind !== 'category' || dtype !== 'text' || classNames === undefined) {
    return `numbers(columns, ${quote(name)})`;
  }
  const classes = printLearned(classNames, `${name} classes`, learned);
  return ['class_numbers', inParentheses(['columns', quote(name), classes])];
}

/** `def name(params):`, its docstring and its statements. */
export function printFunction(head: string, doc: string, statements: readonly Layout[]): string {
  return formatPython([
    `def ${head}:`,
    indent([
      hardLine,
      `"""${doc}"""`,
      ...statements.flatMap((statement): Layout[] => [hardLine, statement]),
    ]),
  ]);
}
