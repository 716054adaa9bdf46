import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';
import { printNumber, quote } from '#shared/codegen/typescript/printCall.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const seeded = "import { mulberry32 } from './generators/mulberry32.ts';";

function printed(params: ParamValues, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? quote(value) : printNumber(Number(value));
}

/** A table of numbers, made when training starts. */
export const generatedTablePrinter: SourcePrinter = {
  kind: 'generatedTable',
  imports: ["import { generatedTable } from './generators/generatedTable.ts';", seeded],
  generators: ['generatedTable', 'mulberry32'],
  hasTest: () => false,
  dependencies: {},
  print: (params) => {
    const isOne = params['layout'] !== 'two';
    const columns = isOne
      ? '    columns: { shape: [8], values: columns },'
      : `    first: { shape: [5], values: takeColumns(columns, 0, 5) },
    second: { shape: [3], values: takeColumns(columns, 5, 8) },`;
    const take = isOne
      ? ''
      : `
function takeColumns(columns: Float32Array, from: number, to: number): Float32Array {
  return columns.filter((_, index) => index % 8 >= from && index % 8 < to);
}
`;
    return `/** How many rows are made. */
const rows = ${printed(params, 'rows')};

/** Rows of eight numbers and a yes or no, made by a rule. */
function readSource(): Columns {
  const random = mulberry32(${printed(params, 'seed')});
  const { columns, labels } = generatedTable(random, rows, ${printed(params, 'noise')});
  return {
${columns}
    target: { shape: [1], values: labels },
  };
}
${take}`;
  },
  preparation: () => null,
};

/** Texts of token ids, made when training starts. */
export const generatedTextPrinter: SourcePrinter = {
  kind: 'generatedText',
  imports: ["import { generatedText } from './generators/generatedText.ts';", seeded],
  generators: ['generatedText', 'mulberry32'],
  hasTest: () => false,
  dependencies: {},
  print: (
    params,
  ) => `/** How many texts are made, of how many tokens each, with ids up to which number. */
const texts = ${printed(params, 'texts')};
const length = ${printed(params, 'length')};
const vocabulary = ${printed(params, 'vocabulary')};

/** Texts of token ids and a yes or no, made by a rule. */
function readSource(): Columns {
  const random = mulberry32(${printed(params, 'seed')});
  const { tokens, labels } = generatedText(random, texts, length, vocabulary);
  return {
    tokens: { shape: [length], values: tokens },
    label: { shape: [1], values: labels },
  };
}
`,
  preparation: () => null,
};

/** Points of the plane, made when training starts. */
export const generatedPointsPrinter: SourcePrinter = {
  kind: 'generatedPoints',
  imports: ["import { generatedPoints } from './generators/generatedPoints.ts';", seeded],
  generators: ['generatedPoints', 'mulberry32'],
  hasTest: () => false,
  dependencies: {},
  print: (params) => `/** How many points are made. */
const count = ${printed(params, 'count')};

/** Points of the plane in two classes. */
function readSource(): Columns {
  const random = mulberry32(${printed(params, 'seed')});
  const { points, labels } = generatedPoints(random, ${printed(params, 'figure')}, count, ${printed(params, 'noise')});
  return {
    point: { shape: [2], values: points },
    label: { shape: [1], values: labels },
  };
}
`,
  preparation: () => null,
};
