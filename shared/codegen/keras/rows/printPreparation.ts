import { snakeCase } from '#shared/codegen/identifiers.ts';
import { inBrackets, inParentheses, quote } from '#shared/codegen/keras/printCall.ts';
import { pythonImports } from '#shared/codegen/keras/printData.ts';
import {
  arithmeticImports,
  formatPython,
  printCalls,
  printFunction,
  printJson,
  printLearned,
  printPort,
} from '#shared/codegen/keras/rows/printColumns.ts';
import {
  type Layout,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type { PreparationPlan, PreparedOutput } from '#shared/codegen/preparationPlan.ts';

/** Prints `prepare.py` of a project that reads raw data: what columns go through on their way to the model. */
export function printKerasRowsPreparation(plan: PreparationPlan, learned: LearnedValues): string {
  const { inputs, outputs, windows } = plan;
  const length = windows?.length ?? 1;
  const wrap = (cells: Layout): Layout =>
    windows === null ? cells : ['windows_of', inParentheses([cells, 'starts', String(length)])];
  const constants = [
    formatPython([
      '# The columns of the data that the model needs.',
      hardLine,
      'INPUT_COLUMNS = ',
      inBrackets(inputs.columns.map(({ name }) => quote(name))),
    ]),
    formatPython([
      '# What the outputs of the model say.',
      hardLine,
      'OUTPUTS = [',
      indent(outputs.map((output): Layout => [hardLine, printOutput(output, learned), ','])),
      hardLine,
      ']',
    ]),
  ].join('\n');
  const functions = [
    printFunction(
      'prepare_columns(columns)',
      'The columns after the preparation, with what it has learned from the training rows.',
      ['columns = dict(columns)', ...printCalls(inputs.calls, learned), 'return columns'],
    ),
    printFunction(
      windows === null ? 'inputs_of(columns)' : 'inputs_of(columns, starts)',
      windows === null
        ? 'Prepared columns as the inputs of the model take them.'
        : `The ${length} rows from each of these places on, as the inputs of the model take them.`,
      [['return ', inBrackets(inputs.ports.map((port) => printPort(port, learned, wrap)))]],
    ),
    windows === null ? examplesOfRows : printExamplesOfWindows(plan),
  ].join('\n\n');
  const text = `${constants}\n\n${functions}`;
  const hasLearned = learned.entries.length > 0;
  const used = (names: readonly string[]) =>
    names.filter((name) => new RegExp(`\\b${name}\\(`, 'u').test(text));
  const columns = used([
    'class_numbers',
    'count_rows',
    'join_columns',
    'keys_of',
    'numbers',
    'put_back',
    'shaped',
    'take_rows',
    'together',
  ]);
  const windowNames = used(['order_rows', 'window_starts', 'windows_of']);
  const imports = [
    ...(hasLearned ? ['import json', 'from pathlib import Path'] : []),
    ...arithmeticImports([
      ...inputs.calls.map(({ action }) => action.step.definition.kind),
      ...outputs.flatMap(({ undo }) => undo.map(({ kind }) => kind)),
    ]),
    importFrom('columns', columns),
    ...(windowNames.length > 0 ? [importFrom('windows', windowNames)] : []),
  ];
  const file = hasLearned
    ? `# What was learned and is too long to stand here.
LEARNED = json.loads(
    (Path(__file__).parent / "preparation.json").read_text(encoding="utf-8")
)

`
    : '';
  return `"""What raw data goes through on its way to the model."""

${pythonImports(imports)}

${file}${text}`;
}

/** `from file import a, b`, in parentheses where it is too long. */
export function importFrom(file: string, names: readonly string[]): string {
  const [open, close] = [' (', ')'];
  const flat = `from ${file} import ${names.join(', ')}`;
  if (flat.length <= 88) return flat;
  return formatPython(
    group([
      `from ${file} import${open}`,
      indent([softLine, join([',', line], names)]),
      ifBroken(','),
      softLine,
      close,
    ]),
  ).trimEnd();
}

function printOutput(output: PreparedOutput, learned: LearnedValues): Layout {
  const { name, form, classes, classNames, undo } = output;
  const entries: Layout[] = [
    `"name": ${quote(name)}`,
    `"form": ${quote(form)}`,
    `"classes": ${classes === null ? 'None' : String(classes)}`,
    [
      '"class_names": ',
      classNames === null ? 'None' : printLearned(classNames, `${name} classes`, learned),
    ],
    ...(undo.length === 0 ? [] : [['"undo": lambda cells: ', printUndo(undo)]]),
  ];
  return group(['{', indent([softLine, join([',', line], entries), ifBroken(',')]), softLine, '}']);
}

function printUndo(undo: PreparedOutput['undo']): Layout {
  return undo.reduce<Layout>(
    (cells, { kind, given }) => [snakeCase(kind), inParentheses([cells, ...given.map(printJson)])],
    'cells',
  );
}

const examplesOfRows = `def examples_of(columns):
    """Every row as an example, and its number."""
    return inputs_of(prepare_columns(columns)), range(count_rows(columns))
`;

function printExamplesOfWindows({ windows }: PreparationPlan): string {
  const length = windows?.length ?? 1;
  const series = windows?.series ?? null;
  const given = series === null ? 'None' : `keys_of(columns, ${quote(series)}, rows)`;
  return `def examples_of(columns):
    """Every ${length} rows that follow each other as an example, and the number of the last of them."""
    rows = range(count_rows(columns))
    order, series = order_rows(rows, ${given})
    starts = window_starts(len(order), series, ${length - 1}, 1)
    if len(starts) == 0:
        raise ValueError("An example needs ${length} rows; there are fewer.")
    prepared = take_rows(prepare_columns(columns), order)
    return inputs_of(prepared, starts), order[starts + ${length - 1}]
`;
}
