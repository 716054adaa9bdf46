import { inBrackets, quote } from '#shared/codegen/keras/printCall.ts';
import { pythonImports } from '#shared/codegen/keras/printData.ts';
import {
  arithmeticImports,
  formatPython,
  printCalls,
  printFunction,
  printPort,
} from '#shared/codegen/keras/rows/printColumns.ts';
import { importFrom } from '#shared/codegen/keras/rows/printPreparation.ts';
import { type Layout, hardLine } from '#shared/codegen/layout.ts';
import type { LearnedValues } from '#shared/codegen/learnedValues.ts';
import type {
  PreparationPlan,
  TargetPort,
  TrainingColumns,
} from '#shared/codegen/preparationPlan.ts';
import { divisionOf, keepsTogether } from '#shared/codegen/rowsDivision.ts';
import type { Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Prints `data.py` of a project that reads raw data: how its rows are prepared for training and divided. */
export function printKerasRowsData(
  plan: PreparationPlan,
  training: TrainingColumns,
  hasTest: boolean | null,
  learned: LearnedValues,
): string {
  const { targets, rows, weight } = training;
  const targetsDoc =
    weight === null
      ? 'What the outputs are compared with.'
      : 'What the outputs are compared with, and how much examples count.';
  const hasRows = rows.calls.length > 0;
  const text = [
    printLoad(plan, training, hasTest),
    printExamples(plan, training),
    ...(hasRows
      ? [
          printFunction('used_rows(columns)', 'Numbers of the rows that training uses.', [
            'columns = dict(columns)',
            'stays = np.ones(count_rows(columns), dtype=bool)',
            ...printCalls(rows.calls, learned),
            'return np.flatnonzero(stays)',
          ]),
        ]
      : []),
    printFunction('prepare_targets(columns)', targetsDoc, [
      'columns = dict(columns)',
      ...printCalls(targets.calls, learned),
      'return columns',
    ]),
    printFunction('targets_of(columns)', 'Prepared columns as the losses of the model take them.', [
      ['return ', inBrackets(targets.ports.map((port) => printTarget(port, learned)))],
    ]),
    ...(weight === null ? [] : [printWeights(weight, targets.ports, learned)]),
  ].join('\n\n');
  const head = formatPython([
    '# The columns that training reads.',
    hardLine,
    'TRAINING_COLUMNS = ',
    inBrackets(training.columns.map(quote)),
  ]);
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
    'signs',
    'take_rows',
    'together',
  ]);
  const splits = used([
    'latest_first',
    'shuffled_indices',
    'split_by_name',
    'split_fold',
    'split_groups',
    'split_indices',
    'stratified_order',
  ]);
  const windows = used(['order_rows', 'window_starts', 'windows_inside']);
  const prepare = [
    ...(text.includes('LEARNED[') ? ['LEARNED'] : []),
    'inputs_of',
    'prepare_columns',
  ];
  const imports = [
    'import numpy as np',
    ...arithmeticImports(
      [...targets.calls, ...rows.calls].map(({ action }) => action.step.definition.kind),
    ),
    importFrom('columns', columns),
    importFrom('prepare', prepare),
    ...(text.includes('Mulberry32(') ? ['from random_numbers import Mulberry32'] : []),
    'from source import read_source',
    ...(splits.length > 0 ? [importFrom('splits', splits)] : []),
    ...(windows.length > 0 ? [importFrom('windows', windows)] : []),
  ];
  return `"""Where the examples come from, and how they are prepared and divided."""

${pythonImports(imports)}

${head}

${text}`;
}

function printTarget(port: TargetPort, learned: LearnedValues): Layout {
  const isSign = port.form === 'sign' && port.features[0]?.classes === 2;
  return printPort(port, learned, (cells) => (isSign ? ['signs(', cells, ')'] : cells));
}

/** With an axis of one for each axis of places, so that Keras multiplies the losses of all places. */
function printWeights(
  weight: Feature,
  ports: readonly TargetPort[],
  learned: LearnedValues,
): string {
  const weights = ports.map(({ placeAxes }) => {
    const shape = Array.from({ length: placeAxes }, () => 1);
    return printPort({ features: [weight], shape, dtype: 'float32' }, learned, (cells) => cells);
  });
  return printFunction('weights_of(columns)', 'How much each example counts in the loss.', [
    ['return ', inBrackets(weights)],
  ]);
}

function printLoad(
  plan: PreparationPlan,
  training: TrainingColumns,
  hasTest: boolean | null,
): string {
  const { windows } = plan;
  const { split, rows, splitColumn } = training;
  const { isRandom } = divisionOf(training, hasTest);
  const used = (name: string) =>
    rows.calls.length > 0 ? `used_rows(${name})` : `np.arange(count_rows(${name}))`;
  const lines = [
    hasTest !== false
      ? 'columns, test_columns = read_source(TRAINING_COLUMNS)'
      : 'columns = read_source(TRAINING_COLUMNS)',
    `used = ${used('columns')}`,
  ];
  let numbers = 'used[part]';
  let example = 'used';
  let count = 'len(used)';
  if (windows === null) {
    lines.push('inputs = prepare_columns(columns)', 'targets = prepare_targets(columns)');
  } else {
    const offset = windows.length - 1 + windows.horizon;
    const isTogether = keepsTogether.has(split.method);
    lines.push(
      `order, series = order_rows(used, ${seriesKeys(windows, 'columns', 'used')})`,
      `starts = window_starts(len(order), series, ${offset}, ${windows.stride})`,
      'inputs = take_rows(prepare_columns(columns), order)',
      'targets = take_rows(prepare_targets(columns), order)',
    );
    example = isTogether ? 'order' : `order[starts + ${offset}]`;
    count = isTogether ? 'len(order)' : 'len(starts)';
    numbers = isTogether ? `windows_inside(starts, ${offset}, part)` : 'starts[part]';
  }
  const keys = splitColumn === null ? null : `keys_of(columns, ${quote(splitColumn)}, ${example})`;
  lines.push(...divide(training, hasTest, keys, example, count));
  const result = [
    'train = part_of("train")',
    ...(hasTest === true ? [] : ['test = part_of("test")']),
    ...(hasTest === null ? ['if test_columns is not None:'] : []),
    ...(hasTest === false ? [] : ownTest(plan, used('test_columns'))).map((each) =>
      hasTest === null ? `    ${each}` : each,
    ),
    `validation = ${split.validation === 'test' ? 'test' : 'part_of("validation")'}`,
    'return train, validation, test',
  ];
  return `def load_data(${isRandom ? 'seed' : ''}):
    """The training, validation and test part; None: there is no such part."""
    ${lines.join('\n    ')}

    def part_of(name):
        part = np.asarray(parts[name], dtype="int64")
        numbers = ${numbers}
        return None if len(numbers) == 0 else examples(inputs, targets, numbers)

    ${result.join('\n    ')}
`;
}

function seriesKeys({ series }: Windows, columns: string, rows: string): string {
  return series === null ? 'None' : `keys_of(${columns}, ${quote(series)}, ${rows})`;
}

function divide(
  training: TrainingColumns,
  hasTest: boolean | null,
  keys: string | null,
  example: string,
  count: string,
): string[] {
  const { split } = training;
  const { validation, test: fraction, isRandom, isOpen } = divisionOf(training, hasTest);
  const test = isOpen ? 'test_fraction' : String(fraction);
  const open = isOpen ? [`test_fraction = ${fraction} if test_columns is None else 0`] : [];
  const everything = [`parts = {"train": range(${count}), "validation": [], "test": []}`];
  if (split.method === 'column' && keys !== null) return [`parts = split_by_name(${keys})`];
  if (split.method === 'group' && keys !== null) {
    if (!isRandom) return everything;
    return [
      ...open,
      `groups = ${keys}`,
      `parts = split_groups(groups, ${validation}, ${test}, Mulberry32(seed))`,
    ];
  }
  if (validation + fraction === 0 && split.folds === null) return everything;
  const shuffled = `places = shuffled_indices(${count}, Mulberry32(seed))`;
  const orders: Readonly<Record<string, readonly string[]>> = {
    random: [shuffled],
    stratified:
      keys === null
        ? [shuffled]
        : [`classes = ${keys}`, 'places = stratified_order(classes, Mulberry32(seed))'],
    time:
      keys === null
        ? [`places = latest_first(${example})`]
        : [`times = ${keys}`, 'places = latest_first(times)'],
  };
  const order = orders[split.method] ?? [shuffled];
  if (split.folds === null) {
    return [...open, ...order, `parts = split_indices(places, ${validation}, ${test})`];
  }
  return [
    ...open,
    ...order,
    `parts = split_indices(places, 0, ${test})`,
    'rest = places[len(parts["test"]) :]',
    '# The last number is the round of the cross-validation, from 0.',
    `parts = {**parts, **split_fold(rest, ${split.folds}, ${(split.fold ?? 1) - 1})}`,
  ];
}

/** The test part that the source has by itself. */
function ownTest({ windows }: PreparationPlan, used: string): string[] {
  if (windows === null) {
    return [
      'test = examples(',
      '    prepare_columns(test_columns),',
      '    prepare_targets(test_columns),',
      `    ${used},`,
      ')',
    ];
  }
  const offset = windows.length - 1 + windows.horizon;
  return [
    `test_used = ${used}`,
    `test_order, test_series = order_rows(test_used, ${seriesKeys(windows, 'test_columns', 'test_used')})`,
    'test = examples(',
    '    take_rows(prepare_columns(test_columns), test_order),',
    '    take_rows(prepare_targets(test_columns), test_order),',
    `    window_starts(len(test_order), test_series, ${offset}, ${windows.stride}),`,
    ')',
  ];
}

function printExamples(
  { inputs, windows }: PreparationPlan,
  { targets, weight }: TrainingColumns,
): string {
  // Keras takes a single input or target without a list around it.
  const only = (ports: readonly unknown[]) => (ports.length === 1 ? '[0]' : '');
  const [first, second] = [only(inputs.ports), only(targets.ports)];
  const result = `inputs${first}, targets${second}${weight === null ? '' : `, weights${second}`}`;
  const weights = weight === null ? '' : '    weights = weights_of(targets)\n';
  const doc =
    weight === null
      ? 'its inputs, and what its outputs are compared with'
      : 'its inputs, what its outputs are compared with, and weights';
  if (windows === null) {
    return `def examples(inputs, targets, rows):
    """These rows as the model takes them: ${doc}."""
    inputs = inputs_of(take_rows(inputs, rows))
    targets = take_rows(targets, rows)
${weights}    targets = targets_of(targets)
    return ${result}
`;
  }
  const offset = windows.length - 1 + windows.horizon;
  const of = weight === null ? 'of the model' : '';
  return `def examples(inputs, targets, starts):
    """Windows from these places on: ${doc.replace('its inputs', `the inputs ${of}`.trim())}."""
    inputs = inputs_of(inputs, starts)
    targets = take_rows(targets, starts + ${offset})
${weights}    targets = targets_of(targets)
    return ${result}
`;
}
