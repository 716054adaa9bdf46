import { type DataPlan, type PlannedPort, featureName } from '#shared/codegen/dataPlan.ts';
import {
  preparationNames,
  stepImports,
  stepsExpression,
} from '#shared/codegen/typescript/printPreparation.ts';
import { type Layout, brokenGroup, hardLine, indent } from '#shared/codegen/layout.ts';
import { inBraces, inBrackets, printNumber, quote } from '#shared/codegen/typescript/printCall.ts';
import { format, importLine, sortImports } from '#shared/codegen/typescript/printFile.ts';
import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** Whether the printed `loadData` takes a seed: where examples are held back at random. */
export function dataNeedsSeed(plan: DataPlan, source: SourcePrinter): boolean {
  const { validation, test } = fractions(plan, source);
  return validation > 0 || test > 0;
}

/** Prints `src/data.ts`: where the examples come from, and how they are divided. */
export function printData(
  document: StrataDocument,
  facts: GraphFacts,
  plan: DataPlan,
  source: SourcePrinter,
): string {
  const isSplit = dataNeedsSeed(plan, source);
  const targetSteps = plan.targets.flatMap(({ steps }) => steps);
  const names = preparationNames(document, facts).filter((name) => name !== null);
  const ports = printPorts(plan, preparationNames(document, facts));
  const fromExamples = [
    ...(source.hasTest(plan.params) || !isSplit ? ['allRows'] : []),
    ...(ports.includes('cellsOf(') ? ['cellsOf'] : []),
    ...(isSplit ? ['countOf'] : []),
    'Examples',
    ...(ports.includes('unchanged') ? ['unchanged'] : []),
    ...(ports.includes('valuesOf(') ? ['valuesOf'] : []),
    'type Column',
    'type Ports',
  ];
  const splitImports = isSplit
    ? [
        "import { shuffledIndices } from './arithmetic/shuffle.ts';",
        "import { splitIndices } from './arithmetic/split.ts';",
        "import { mulberry32 } from './generators/mulberry32.ts';",
      ]
    : [];
  const imports = [
    ...source.imports,
    ...stepImports(targetSteps),
    ...splitImports,
    importLine(fromExamples, './examples.ts'),
    ...(names.length > 0 ? [importLine(names, './prepare.ts')] : []),
  ];
  const features = plan.features.map((feature) => quote(featureName(feature))).join(' | ');
  return `${sortImports(imports).join('\n')}

/** The columns of one part of the data. */
type Columns = Readonly<Record<${features}, Column>>;

/** The parts of the data; null: there is no such part. */
export interface Data {
  readonly train: Examples;
  readonly validation: Examples | null;
  readonly test: Examples | null;
}

${printLoad(plan, source)}
${ports}
${source.print(plan.params)}`;
}

function fractions({ split, params }: DataPlan, source: SourcePrinter) {
  return {
    validation: split.validation === 'split' ? split.validationFraction : 0,
    test: source.hasTest(params) ? 0 : split.testFraction,
  };
}

function printLoad(plan: DataPlan, source: SourcePrinter): string {
  const { validation, test } = fractions(plan, source);
  const isSplit = dataNeedsSeed(plan, source);
  const hasTest = source.hasTest(plan.params);
  const [first] = plan.features;
  const column = first === undefined ? 'image' : featureName(first);
  const statements = [
    hasTest ? 'const { train, test } = readSource();' : 'const train = readSource();',
  ];
  const all = (part: string) => `new Examples(portsOf(${part}), allRows(${part}.${column}))`;
  const some = (part: string) => `new Examples(ports, rows.${part})`;
  if (isSplit) {
    statements.push(
      'const ports = portsOf(train);',
      `const order = shuffledIndices(countOf(train.${column}), mulberry32(seed));`,
      `const rows = splitIndices(order, ${printNumber(validation)}, ${printNumber(test)});`,
    );
  }
  const testPart = hasTest ? all('test') : test > 0 ? some('test') : 'null';
  const sharesTest = plan.split.validation === 'test' && testPart !== 'null';
  if (sharesTest) statements.push(`const testExamples = ${testPart};`);
  const validationPart = sharesTest ? 'testExamples' : validation > 0 ? some('validation') : 'null';
  return `/** Reads the examples and divides them${isSplit ? '; which are held back depends on the seed only' : ''}. */
export function loadData(${isSplit ? 'seed: number' : ''}): Data {
  ${statements.join('\n  ')}
  return {
    train: ${isSplit ? some('train') : all('train')},
    validation: ${validationPart},
    test: ${sharesTest ? 'testExamples' : testPart},
  };
}
`;
}

function printPorts(plan: DataPlan, names: readonly (string | null)[]): string {
  const used = new Set(
    [...plan.inputs, ...plan.targets].map(({ feature }) => featureName(feature)),
  );
  const inputs = plan.inputs.map((port, index) => printPort(port, names[index] ?? 'unchanged'));
  const targets = plan.targets.map((port) => printPort(port, targetPreparation(port)));
  const list = (ports: readonly Layout[]) =>
    ports.length > 1 ? inBrackets(ports, brokenGroup) : inBrackets(ports);
  const body = [
    hardLine,
    'return {',
    indent([hardLine, 'inputs: ', list(inputs), ',', hardLine, 'targets: ', list(targets), ',']),
    hardLine,
    '};',
  ];
  return format([
    '/** How the model takes the columns. */',
    hardLine,
    `function portsOf({ ${[...used].join(', ')} }: Columns): Ports {`,
    indent(body),
    hardLine,
    '}',
  ]);
}

function targetPreparation({ steps, form, feature }: PlannedPort): string {
  // Losses of the hinge family compare with −1 and 1, as Keras does.
  if (form === 'sign' && feature.classes === 2) {
    return '(values) => Float32Array.from(values, (value) => 2 * value - 1)';
  }
  return steps.length === 0 ? 'unchanged' : `(values) => ${stepsExpression(steps)}`;
}

function printPort({ feature, shape, dtype }: PlannedPort, prepare: string): Layout {
  const column = featureName(feature);
  const sizes = shape.includes(null) ? `${column}.shape` : `[${shape.join(', ')}]`;
  return inBraces([
    ['column', column],
    ['prepare', prepare],
    ['shape', sizes],
    ['dtype', quote(dtype)],
  ]);
}
