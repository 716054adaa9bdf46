import type { DataPlan, PlannedPort } from '#shared/codegen/dataPlan.ts';
import { kerasPreparationNames, stepsExpression } from '#shared/codegen/keras/printPreparation.ts';
import { quote } from '#shared/codegen/keras/printCall.ts';
import type { KerasSourcePrinter } from '#shared/codegen/keras/sources/sourcePrinter.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** Prints `data.py`: where the examples come from, and how they are divided. */
export function printKerasData(
  facts: GraphFacts,
  plan: DataPlan,
  source: KerasSourcePrinter,
): string {
  const names = kerasPreparationNames(facts);
  const inputs = plan.inputs.map((port, index) => {
    return `${names[index] ?? ''}(features[${quote(port.feature.name)}][rows])${cast(port)}`;
  });
  const targets = plan.targets.map((port) => {
    const values = stepsExpression(port.steps, `features[${quote(port.feature.name)}][rows]`);
    const whole = values.includes(' / ') ? `(${values})` : values;
    return `${whole}${reshaped(port)}${cast(port)}`;
  });
  const load = printLoad(plan, source);
  const text = `${load}

def examples(features, rows=slice(None)):
    """Features as the model takes them: its inputs, and what its outputs are compared with."""
    inputs = ${listOf(inputs)}
    targets = ${listOf(targets)}
    return inputs, targets


${source.print(plan.params)}`;
  const imports = [
    ...source.imports,
    ...(text.includes('np.') ? ['import numpy as np'] : []),
    ...(text.includes('keras.') ? ['import keras'] : []),
    `from prepare import ${names.join(', ')}`,
  ];
  return `"""Where the examples come from, and how they are divided."""

${pythonImports(imports)}


${text}`;
}

/** The standard library, then packages, then files, with a line between. */
export function pythonImports(imports: readonly string[]): string {
  const rank = (text: string) => {
    if (/^(from|import) (argparse|json|pathlib|sys)/u.test(text)) return 0;
    return /^(from|import) (keras|numpy|PIL)\b/u.test(text) ? 1 : 2;
  };
  const groups = [0, 1, 2].map((wanted) => {
    return [...new Set(imports)].filter((text) => rank(text) === wanted).sort();
  });
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.join('\n'))
    .join('\n\n');
}

function cast({ dtype }: PlannedPort): string {
  return `.astype("${dtype}")`;
}

function reshaped({ shape }: PlannedPort): string {
  return shape.length === 1 && shape[0] === 1 ? '.reshape(-1, 1)' : '';
}

function listOf(items: readonly string[]): string {
  if (items.length === 1) return items.join('');
  return `[\n${items.map((item) => `        ${item},\n`).join('')}    ]`;
}

/** Whether the printed `load_data` takes a seed: where examples are held back at random. */
export function kerasDataNeedsSeed(
  { split, params }: DataPlan,
  source: KerasSourcePrinter,
): boolean {
  return (
    (split.validation === 'split' && split.validationFraction > 0) ||
    (!source.hasTest(params) && split.testFraction > 0)
  );
}

function printLoad({ split, params, features }: DataPlan, source: KerasSourcePrinter): string {
  const hasTest = source.hasTest(params);
  const validation = split.validation === 'split' ? split.validationFraction : 0;
  const test = hasTest ? 0 : split.testFraction;
  const first = quote(features[0]?.name ?? '');
  const testPart = hasTest
    ? 'examples(test)'
    : test > 0
      ? 'examples(train, order[:test_count])'
      : 'None';
  const validationPart =
    validation > 0
      ? `examples(train, order[${test > 0 ? 'test_count:train_start' : ':train_start'}])`
      : 'None';
  const isSplit = validation > 0 || test > 0;
  const count = (fraction: number) => `round(len(order) * ${fraction})`;
  const start = [test > 0 ? 'test_count' : '', validation > 0 ? count(validation) : '']
    .filter((part) => part !== '')
    .join(' + ');
  const sharesTest = split.validation === 'test' && testPart !== 'None';
  const returned = [
    isSplit ? 'examples(train, order[train_start:])' : 'examples(train)',
    sharesTest ? 'held_back' : validationPart,
    sharesTest ? 'held_back' : testPart,
  ];
  return [
    `def load_data(${isSplit ? 'seed' : ''}):`,
    '    """The training, validation and test part; None: there is no such part."""',
    hasTest ? '    train, test = read_source()' : '    train = read_source()',
    ...(isSplit
      ? [`    order = np.random.default_rng(seed).permutation(len(train[${first}]))`]
      : []),
    ...(test > 0 ? [`    test_count = ${count(test)}`] : []),
    ...(isSplit ? [`    train_start = ${start}`] : []),
    ...(sharesTest ? [`    held_back = ${testPart}`] : []),
    ...(isSplit
      ? ['    return (', ...returned.map((part) => `        ${part},`), '    )']
      : [`    return ${returned.join(', ')}`]),
    '',
  ].join('\n');
}
