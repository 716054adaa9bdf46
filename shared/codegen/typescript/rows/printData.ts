import { type Layout, brokenGroup, hardLine, indent } from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type {
  PreparationPlan,
  TargetPort,
  TrainingColumns,
} from '#shared/codegen/preparationPlan.ts';
import { inBraces, inBrackets, printNumber, quote } from '#shared/codegen/typescript/printCall.ts';
import { format, importLine, sortImports } from '#shared/codegen/typescript/printFile.ts';
import {
  arithmeticOf,
  body,
  columnNames,
  printCalls,
  printPort,
} from '#shared/codegen/typescript/rows/printColumns.ts';
import { divisionOf, keepsTogether } from '#shared/codegen/rowsDivision.ts';
import type { Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Prints `src/data.ts` of a project that reads raw data: how its rows are prepared for training and divided. */
export function printRowsData(
  plan: PreparationPlan,
  training: TrainingColumns,
  hasTest: boolean | null,
  learned: LearnedValues,
): string {
  const { targets, rows, weight } = training;
  const hasRows = rows.calls.length > 0;
  const text = [
    printLoad(plan, training, hasTest),
    printExamples(plan.windows, training.weight !== null),
    ...(hasRows ? [printRows(training, learned)] : []),
    format([
      weight === null
        ? '/** What the outputs are compared with. */'
        : '/** What the outputs are compared with, and how much examples count. */',
      hardLine,
      'function prepareTargets(columns: Columns): Columns {',
      indent(body(targetStatements(training, learned))),
      hardLine,
      '}',
    ]),
    format([
      '/** Prepared columns as the losses of the model take them. */',
      hardLine,
      'function targetsOf(columns: Columns): Port[] {',
      indent([
        hardLine,
        'return ',
        inBrackets(
          targets.ports.map((port) => printTarget(port, learned)),
          targets.ports.length > 1 ? brokenGroup : undefined,
        ),
        ';',
      ]),
      hardLine,
      '}',
    ]),
    ...(weight === null ? [] : [printWeights(weight, learned)]),
  ].join('\n');
  const head = format([
    '/** The columns that training reads. */',
    hardLine,
    'const trainingColumns: readonly string[] = ',
    inBrackets(training.columns.map(quote)),
    ';',
  ]);
  return `${sortImports(importsOf(training, `${text}${head}`)).join('\n')}

/** The parts of the data; null: there is no such part. */
export interface Data {
  readonly train: Examples;
  readonly validation: Examples | null;
  readonly test: Examples | null;
}

${head}
${text}`;
}

function targetStatements({ targets }: TrainingColumns, learned: LearnedValues): Layout[] {
  const names = columnNames(targets, targets.calls);
  return [
    ...printCalls(targets, names, learned),
    ['return ', inBraces(targets.columns.map(({ name }) => [name, names.get(name) ?? ''])), ';'],
  ];
}

function printTarget(port: TargetPort, learned: LearnedValues): Layout {
  const isSign = port.form === 'sign' && port.features[0]?.classes === 2;
  return printPort(port, learned, (cells) => (isSign ? ['signs(', cells, ')'] : cells));
}

function printWeights(weight: Feature, learned: LearnedValues): string {
  const port = printPort(
    { features: [weight], shape: [], dtype: 'float32' },
    learned,
    (cells) => cells,
  );
  return format([
    '/** How much each example counts in the loss. */',
    hardLine,
    'function weightsOf(columns: Columns): Port {',
    indent([hardLine, 'return ', port, ';']),
    hardLine,
    '}',
  ]);
}

function printRows({ rows }: TrainingColumns, learned: LearnedValues): string {
  const names = columnNames(rows, rows.calls);
  return format([
    '/** Numbers of the rows that training uses. */',
    hardLine,
    'function usedRows(columns: Columns): Uint32Array {',
    indent(
      body([...printCalls(rows, names, learned), 'return keptRows(masks, countRows(columns));']),
    ),
    hardLine,
    '}',
  ]);
}

function importsOf({ targets, rows }: TrainingColumns, text: string): string[] {
  const used = (names: readonly string[]) => names.filter((name) => text.includes(`${name}(`));
  const cells = used([
    'allNumbers',
    'apart',
    'classNumbers',
    'column',
    'countRows',
    'joinColumns',
    'keptRows',
    'keysOf',
    'numbers',
    'port',
    'signs',
    'takeRows',
    'timesOf',
    'together',
  ]);
  const prepare = ['inputsOf', ...(text.includes('learned.') ? ['learned'] : []), 'prepareColumns'];
  const windows = used(['orderRows', 'windowsInside', 'windowStarts']);
  const files: Readonly<Record<string, string>> = {
    latestFirst: 'arithmetic/latestFirst',
    mulberry32: 'generators/mulberry32',
    shuffledIndices: 'arithmetic/shuffle',
    splitByName: 'arithmetic/splitByName',
    splitFold: 'arithmetic/splitFold',
    splitGroups: 'arithmetic/splitGroups',
    splitIndices: 'arithmetic/split',
    stratifiedOrder: 'arithmetic/stratifiedOrder',
  };
  return [
    ...arithmeticOf([...targets.calls, ...rows.calls]).map((kind) =>
      importLine([kind], `./arithmetic/${kind}.ts`),
    ),
    ...used(Object.keys(files)).map((name) => importLine([name], `./${files[name] ?? ''}.ts`)),
    importLine([...cells, 'type Columns'], './cells.ts'),
    "import { Examples, type Port } from './examples.ts';",
    importLine(prepare, './prepare.ts'),
    "import { readSource } from './source.ts';",
    ...(windows.length > 0 ? [importLine(windows, './windows.ts')] : []),
  ];
}

function printLoad(
  plan: PreparationPlan,
  training: TrainingColumns,
  hasTest: boolean | null,
): string {
  const { windows } = plan;
  const { split, rows } = training;
  const { isRandom } = divisionOf(training, hasTest);
  const used = rows.calls.length > 0 ? 'usedRows(columns)' : 'allNumbers(countRows(columns))';
  const lines = [
    hasTest !== false
      ? 'const { train: columns, test: testColumns } = await readSource(trainingColumns);'
      : 'const { train: columns } = await readSource(trainingColumns);',
    `const used = ${used};`,
  ];
  let examples = 'rows.map((place) => used[place] ?? 0)';
  let example = 'used';
  let keys = training.splitColumn === null ? null : keysOfRows(training.splitColumn, 'used');
  let count = 'used.length';
  if (windows !== null) {
    const offset = windows.length - 1 + windows.horizon;
    const isTogether = keepsTogether.has(split.method);
    lines.push(
      `const ordered = orderRows(used, ${seriesKeys(windows, 'columns', 'used')});`,
      `const starts = windowStarts(ordered, ${offset}, ${windows.stride});`,
    );
    const rowsOfTargets = `starts.map((start) => ordered.order[start + ${offset}] ?? 0)`;
    if (!isTogether) lines.push(`const targetRows = ${rowsOfTargets};`);
    example = isTogether ? 'ordered.order' : 'targetRows';
    count = isTogether ? 'ordered.order.length' : 'starts.length';
    keys = training.splitColumn === null ? null : keysOfRows(training.splitColumn, example);
    examples = isTogether
      ? `windowsInside(starts, ${offset}, rows)`
      : 'rows.map((place) => starts[place] ?? 0)';
    if (!isTogether && split.method === 'random') lines.pop();
  }
  lines.push(...divide(training, hasTest, keys, example, count));
  const make =
    windows === null
      ? 'examplesOf(inputs, targets, numbers)'
      : 'examplesOf(inputs, targets, numbers)';
  if (windows === null) {
    lines.push(
      'const inputs = prepareColumns(columns);',
      'const targets = prepareTargets(columns);',
    );
  } else {
    lines.push(
      'const inputs = takeRows(prepareColumns(columns), ordered.order);',
      'const targets = takeRows(prepareTargets(columns), ordered.order);',
    );
  }
  lines.push(
    `const part = (rows: Uint32Array) => {\n    const numbers = ${examples};\n    return numbers.length === 0 ? null : ${make};\n  };`,
    'const train = part(parts.train);',
    "if (train === null) throw new Error('No rows are left to train on.');",
  );
  const hasRows = rows.calls.length > 0;
  if (hasTest === true) lines.push(...ownTest(plan, hasRows, 'const test = '));
  else if (hasTest === null) {
    lines.push(
      'let test = part(parts.test);',
      'if (testColumns !== null) {',
      ...ownTest(plan, hasRows, 'test = ').map((each) => `  ${each}`),
      '}',
    );
  } else if (split.validation === 'test') lines.push('const test = part(parts.test);');
  const validation = split.validation === 'test' ? 'test' : 'part(parts.validation)';
  const isNamed = hasTest !== false || split.validation === 'test';
  const result = `return { train, validation: ${validation}, ${isNamed ? 'test' : 'test: part(parts.test)'} };`;
  return `/** Reads the examples, prepares and divides them${isRandom ? '; which are held back depends on the seed only' : ''}. */
export async function loadData(${isRandom ? 'seed: number' : ''}): Promise<Data> {
  ${[...lines, result].join('\n  ')}
}
`;
}

function keysOfRows(name: string, rows: string): string {
  return `keysOf(columns, ${quote(name)}, ${rows})`;
}

function seriesKeys({ series }: Windows, columns: string, rows: string): string {
  return series === null ? 'null' : `keysOf(${columns}, ${quote(series)}, ${rows})`;
}

function divide(
  training: TrainingColumns,
  hasTest: boolean | null,
  keys: string | null,
  example: string,
  count: string,
): string[] {
  const { split } = training;
  const { validation, test, isRandom, isOpen } = divisionOf(training, hasTest);
  const testFraction = isOpen ? 'testFraction' : printNumber(test);
  const fractions = `${printNumber(validation)}, ${testFraction}`;
  const open = isOpen
    ? [`const testFraction = testColumns === null ? ${printNumber(test)} : 0;`]
    : [];
  const everything = `allNumbers(${count})`;
  const none = 'new Uint32Array()';
  const orders: Readonly<Record<string, string>> = {
    random: `shuffledIndices(${count}, mulberry32(seed))`,
    stratified:
      keys === null
        ? `shuffledIndices(${count}, mulberry32(seed))`
        : `stratifiedOrder(${keys}, mulberry32(seed))`,
    time: `latestFirst(${keys === null ? example : `timesOf(${keys})`})`,
  };
  if (split.method === 'column' && keys !== null) return [`const parts = splitByName(${keys});`];
  if (split.method === 'group' && keys !== null) {
    return isRandom
      ? [...open, `const parts = splitGroups(${keys}, ${fractions}, mulberry32(seed));`]
      : [`const parts = { train: ${everything}, validation: ${none}, test: ${none} };`];
  }
  if (validation + test === 0 && split.folds === null) {
    return [`const parts = { train: ${everything}, validation: ${none}, test: ${none} };`];
  }
  const order = `const order = ${orders[split.method] ?? orders['random'] ?? ''};`;
  if (split.folds === null)
    return [...open, order, `const parts = splitIndices(order, ${fractions});`];
  return [
    ...open,
    order,
    `const { test: testRows } = splitIndices(order, 0, ${testFraction});`,
    '// The last number is the round of the cross-validation, from 0.',
    `const round = splitFold(order.subarray(testRows.length), ${split.folds}, ${(split.fold ?? 1) - 1});`,
    'const parts = { ...round, test: testRows };',
  ];
}

/** The test part that the source has by itself. */
function ownTest({ windows }: PreparationPlan, hasRows: boolean, start: string): string[] {
  const used = hasRows ? 'usedRows(testColumns)' : 'allNumbers(countRows(testColumns))';
  if (windows === null) {
    return [
      `${start}examplesOf(`,
      '  prepareColumns(testColumns),',
      '  prepareTargets(testColumns),',
      `  ${used},`,
      ');',
    ];
  }
  const offset = windows.length - 1 + windows.horizon;
  return [
    `const testUsed = ${used};`,
    `const testOrder = orderRows(testUsed, ${seriesKeys(windows, 'testColumns', 'testUsed')});`,
    `${start}examplesOf(`,
    '  takeRows(prepareColumns(testColumns), testOrder.order),',
    '  takeRows(prepareTargets(testColumns), testOrder.order),',
    `  windowStarts(testOrder, ${offset}, ${windows.stride}),`,
    ');',
  ];
}

function printExamples(windows: Windows | null, hasWeights: boolean): string {
  const weights = (rows: string) =>
    hasWeights ? `\n    weights: weightsOf(takeRows(targets, ${rows})),` : '';
  if (windows === null) {
    return `/** These rows as the model takes them. */
function examplesOf(inputs: Columns, targets: Columns, rows: Uint32Array): Examples {
  const ports = {
    inputs: inputsOf(takeRows(inputs, rows)),
    targets: targetsOf(takeRows(targets, rows)),${weights('rows')}
  };
  return new Examples(ports, allNumbers(rows.length));
}
`;
  }
  const offset = windows.length - 1 + windows.horizon;
  return `/** Windows from these places on as the model takes them. */
function examplesOf(inputs: Columns, targets: Columns, starts: Uint32Array): Examples {
  const rows = starts.map((start) => start + ${offset});
  const ports = {
    inputs: inputsOf(inputs, starts),
    targets: targetsOf(takeRows(targets, rows)),${weights('rows')}
  };
  return new Examples(ports, allNumbers(starts.length));
}
`;
}
