import { Identifiers, typescriptWords } from '#shared/codegen/identifiers.ts';
import { type Layout, hardLine } from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type {
  CallsOfColumns,
  PreparationCall,
  PreparedPort,
} from '#shared/codegen/preparationPlan.ts';
import {
  inBrackets,
  inParentheses,
  printValue,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import type { Feature, JsonValue } from '#shared/data/catalogue.ts';

/** Names that the printed functions use themselves. */
const own = [
  'apart',
  'classNumbers',
  'column',
  'columns',
  'joinColumns',
  'keptRows',
  'learned',
  'masks',
  'numbers',
  'port',
  'signs',
  'together',
];

/** The functions of the carried arithmetic that calls need. */
export function arithmeticOf(calls: readonly PreparationCall[]): readonly string[] {
  return [...new Set(calls.map(({ action }) => action.step.definition.kind))].sort();
}

/** A value in the code, or by its name in `preparation.json`. */
export function printLearned(value: JsonValue, wanted: string, learned: LearnedValues): Layout {
  const name = learned.nameOf(value, wanted);
  return name === null ? printValue(value) : `learned.${name}`;
}

/** Identifiers of columns inside a printed function. */
export function columnNames(
  { columns }: CallsOfColumns,
  calls: readonly PreparationCall[],
): ReadonlyMap<string, string> {
  const taken = new Identifiers('camelCase', [...typescriptWords, ...own, ...arithmeticOf(calls)]);
  return new Map(columns.map(({ name }) => [name, taken.take(name)]));
}

/** Statements that read columns and call the steps' arithmetic on them, in the order of the steps. */
export function printCalls(
  whole: CallsOfColumns,
  names: ReadonlyMap<string, string>,
  learned: LearnedValues,
): readonly Layout[] {
  const { columns, calls } = whole;
  const changed = new Set(
    calls
      .filter(({ action }) => action.step.definition.keeps === undefined)
      .flatMap(({ action }) => action.names),
  );
  const statements: Layout[] = columns.map(({ name }) => {
    const word = changed.has(name) ? 'let' : 'const';
    return `${word} ${names.get(name) ?? ''} = column(columns, ${quote(name)});`;
  });
  const hasMasks = calls.some(({ action }) => action.step.definition.keeps !== undefined);
  if (hasMasks) statements.push('const masks: Uint8Array[] = [];');
  let step = -1;
  for (const call of calls) {
    const { index, definition } = call.action.step;
    if (index !== step) statements.push(`// ${definition.title.en}.`);
    step = index;
    statements.push(printStep(call, names, learned));
  }
  return statements;
}

function printStep(
  { action, given }: PreparationCall,
  names: ReadonlyMap<string, string>,
  learned: LearnedValues,
): Layout {
  const { definition } = action.step;
  const own = action.names.map((name) => names.get(name) ?? '');
  const cells: Layout = own.length === 1 ? own : ['together(', inBrackets(own), ')'];
  const wanted = `${action.names.length === 1 ? action.names.join('') : 'all'} ${definition.kind}`;
  const values = given.map((value) => printLearned(value, wanted, learned));
  const call: Layout = [definition.kind, inParentheses([cells, ...values])];
  if (definition.keeps !== undefined) return ['masks.push(', call, ');'];
  if (own.length === 1) return [own, ' = ', call, ';'];
  const list = inBrackets(own);
  // Each of the columns was there before.
  return [list, ' = apart(', call, ', ', list, ');'];
}

/** `numbers(columns, 'age')`, or several joined. */
export function printPort(
  { features, shape, dtype }: Omit<PreparedPort, 'node'>,
  learned: LearnedValues,
  wrap: (cells: Layout) => Layout,
): Layout {
  const parts = features.map((feature) => printNumbers(feature, learned));
  const cells: Layout = parts.length === 1 ? parts : ['joinColumns(', inBrackets(parts), ')'];
  const sizes = `[${shape.map((size) => size ?? 'null').join(', ')}]`;
  return ['port', inParentheses([wrap(cells), sizes, quote(dtype)])];
}

function printNumbers(feature: Feature, learned: LearnedValues): Layout {
  const { name, kind, dtype, classNames } = feature;
  if (kind !== 'category' || dtype !== 'text' || classNames === undefined) {
    return `numbers(columns, ${quote(name)})`;
  }
  const classes = printLearned(classNames, `${name} classes`, learned);
  return ['classNumbers', inParentheses(['columns', quote(name), classes])];
}

/** Statements of a function's body. */
export function body(statements: readonly Layout[]): Layout {
  return statements.flatMap((statement) => [hardLine, statement]);
}

/** The type of a value that is read from JSON. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) {
    const items = [...new Set((value as readonly JsonValue[]).map(typeOf))];
    const [only = 'never'] = items;
    if (items.length > 1) return `readonly (${items.join(' | ')})[]`;
    return only.startsWith('readonly ') ? `readonly (${only})[]` : `readonly ${only}[]`;
  }
  return 'object';
}
