import { type Layout, brokenGroup, hardLine, indent } from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type { PreparationPlan, PreparedOutput } from '#shared/codegen/preparationPlan.ts';
import {
  inBraces,
  inBrackets,
  inParentheses,
  printKey,
  printNumber,
  printValue,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import { format, importLine, sortImports } from '#shared/codegen/typescript/printFile.ts';
import {
  arithmeticOf,
  body,
  columnNames,
  printCalls,
  printLearned,
  printPort,
  typeOf,
} from '#shared/codegen/typescript/rows/printColumns.ts';

/** Prints `src/prepare.ts` of a project that reads raw data: what columns go through on their way to the model. */
export function printRowsPreparation(plan: PreparationPlan, learned: LearnedValues): string {
  const { inputs, outputs, windows } = plan;
  const names = columnNames(inputs, inputs.calls);
  const text = [
    format([
      '/** The columns of the data that the model needs. */',
      hardLine,
      'export const inputColumns: readonly string[] = ',
      inBrackets(inputs.columns.map(({ name }) => quote(name))),
      ';',
    ]),
    format([
      '/** What the outputs of the model say. */',
      hardLine,
      'export const outputs: readonly OutputColumn[] = ',
      inBrackets(
        outputs.map(({ name, form, classes, classNames, undo }) =>
          inBraces([
            ['name', quote(name)],
            ['form', quote(form)],
            ['classes', classes === null ? 'null' : printNumber(classes)],
            [
              'classNames',
              classNames === null ? 'null' : printLearned(classNames, `${name} classes`, learned),
            ],
            ...(undo.length === 0
              ? []
              : [['undo', ['(cells) => ', printUndo(undo)]] satisfies [string, Layout]]),
          ]),
        ),
        brokenGroup,
      ),
      ';',
    ]),
    format([
      '/** The columns after the preparation, with what it has learned from the training rows. */',
      hardLine,
      'export function prepareColumns(columns: Columns): Columns {',
      indent(
        body([
          ...printCalls(inputs, names, learned),
          [
            'return ',
            inBraces(inputs.columns.map(({ name }) => [name, names.get(name) ?? ''])),
            ';',
          ],
        ]),
      ),
      hardLine,
      '}',
    ]),
    printInputs(plan, learned),
    windows === null ? examplesOfRows : printExamplesOfWindows(plan),
  ].join('\n');
  const head = learned.entries.length === 0 ? '' : `${printLearnedType(learned)}\n`;
  return `${sortImports(importsOf(plan, text, head !== '')).join('\n')}\n\n${head}${text}`;
}

function printUndo(undo: PreparedOutput['undo']): Layout {
  return undo.reduce<Layout>(
    (cells, { kind, given }) => [
      kind,
      inParentheses([cells, ...given.map((value) => printValue(value))]),
    ],
    'cells',
  );
}

function printLearnedType(learned: LearnedValues): string {
  const lines = learned.entries.map(
    ({ name, value }) => `  readonly ${printKey(name)}: ${typeOf(value)};\n`,
  );
  return `/** What was learned and is too long to stand here: \`preparation.json\`. */
export const learned = readLearned() as {
${lines.join('')}};
`;
}

function importsOf(
  { inputs, outputs }: PreparationPlan,
  text: string,
  hasLearned: boolean,
): string[] {
  const cells = [
    'allNumbers',
    'apart',
    'classNumbers',
    'column',
    'countRows',
    'joinColumns',
    'keysOf',
    'numbers',
    'port',
    'takeRows',
    'together',
  ].filter((name) => text.includes(`${name}(`));
  const windows = ['orderRows', 'windowsOf', 'windowStarts'].filter((name) =>
    text.includes(`${name}(`),
  );
  return [
    ...[
      ...new Set([
        ...arithmeticOf(inputs.calls),
        ...outputs.flatMap(({ undo }) => undo.map(({ kind }) => kind)),
      ]),
    ].map((kind) => importLine([kind], `./arithmetic/${kind}.ts`)),
    importLine([...cells, 'type Columns'], './cells.ts'),
    "import type { Port } from './examples.ts';",
    ...(hasLearned ? ["import { readLearned } from './learned.ts';"] : []),
    "import type { OutputColumn } from './outputs.ts';",
    ...(windows.length > 0 ? [importLine(windows, './windows.ts')] : []),
  ];
}

function printInputs({ inputs, windows }: PreparationPlan, learned: LearnedValues): string {
  const length = windows?.length ?? 1;
  const wrap = (cells: Layout): Layout =>
    windows === null ? cells : ['windowsOf', inParentheses([cells, 'starts', String(length)])];
  const ports = inputs.ports.map((port) => printPort(port, learned, wrap));
  const [doc, params] =
    windows === null
      ? ['Prepared columns as the inputs of the model take them.', 'columns: Columns']
      : [
          `The ${length} rows from each of these places on, as the inputs of the model take them.`,
          'columns: Columns, starts: Uint32Array',
        ];
  return format([
    `/** ${doc} */`,
    hardLine,
    `export function inputsOf(${params}): Port[] {`,
    indent([
      hardLine,
      'return ',
      inBrackets(ports, ports.length > 1 ? brokenGroup : undefined),
      ';',
    ]),
    hardLine,
    '}',
  ]);
}

const examplesOfRows = `/** Every row as an example, and its number. */
export function examplesOf(columns: Columns): { ports: Port[]; rows: Uint32Array } {
  return { ports: inputsOf(prepareColumns(columns)), rows: allNumbers(countRows(columns)) };
}
`;

function printExamplesOfWindows({ windows }: PreparationPlan): string {
  const length = windows?.length ?? 1;
  const series = windows?.series ?? null;
  const given = series === null ? 'null' : `keysOf(columns, ${quote(series)}, all)`;
  return `/** Every ${length} rows that follow each other as an example, and the number of the last of them. */
export function examplesOf(columns: Columns): { ports: Port[]; rows: Uint32Array } {
  const all = allNumbers(countRows(columns));
  const ordered = orderRows(all, ${given});
  const starts = windowStarts(ordered, ${length - 1}, 1);
  if (starts.length === 0) throw new Error('An example needs ${length} rows; there are fewer.');
  const prepared = takeRows(prepareColumns(columns), ordered.order);
  const rows = starts.map((start) => ordered.order[start + ${length - 1}] ?? 0);
  return { ports: inputsOf(prepared, starts), rows };
}
`;
}
