import { hardLine } from '#shared/codegen/layout.ts';
import { fileName } from '#shared/codegen/text.ts';
import { inBraces, inBrackets, quote } from '#shared/codegen/typescript/printCall.ts';
import { format } from '#shared/codegen/typescript/printFile.ts';
import { isTextTable, tableFormatOf } from '#shared/codegen/tableFormat.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import { findPartFeature, partFeature } from '#shared/data/partFeature.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** How a table is written, as a constant `table`. */
export function printTableFormat(params: ParamValues, features: readonly Feature[]): string {
  const { columns, missing, ...rest } = tableFormatOf(params, features);
  return format([
    '/** How tables are written, and what their columns hold. */',
    hardLine,
    'const table: TableFormat = ',
    inBraces([
      ...Object.entries(rest).map(([name, value]) => {
        return [name, typeof value === 'string' ? quote(value) : String(value)] as const;
      }),
      ['missing', inBrackets(missing.map(quote))],
      ['columns', inBraces(columns.map(({ name, kind }) => [name, quote(kind)]))],
    ]),
    ';',
  ]);
}

/** `readColumns` of a table. */
export const readColumnsOfTable = `/** Columns of a table. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  return readTable(files[0] ?? '', table, names);
}
`;

/** Tables of text; others are converted first. */
export const tableRowsPrinter: RowsPrinter = {
  kind: 'table',
  dependencies: {},
  isEmbedded: false,
  imports: () => [
    "import type { Columns } from './cells.ts';",
    "import { readTable, type TableFormat } from './tables.ts';",
  ],
  hasTest: ({ testFile }) => fileName(testFile) !== '',
  printColumns: (params, features) =>
    `${printTableFormat(params, features)}\n${readColumnsOfTable}`,
  printSource: (params, features) =>
    printTableSource(
      params,
      features,
      (file, names) =>
        `readTable(path.join(projectFolder, 'data', ${quote(file)}), table, ${names})`,
    ),
  preparation: (params) => {
    const files = ['file', 'validationFile', 'testFile'].flatMap((name) =>
      fileName(params[name]) === '' ? [] : [csvName(params[name])],
    );
    const convert = isTextTable(params['file'])
      ? ''
      : ' The project reads tables of text: `strata convert` turns other tables into CSV.';
    return `Put the data into the folder \`data\`: ${files.map((name) => `\`${name}\``).join(', ')}.${convert}`;
  },
  input: () => 'a table of text with the columns of the training data, the target is not needed',
  example: 'rows.csv',
};

/** `readSource` of tables; `read` is code that gives the columns of a file. */
export function printTableSource(
  params: ParamValues,
  features: readonly Feature[],
  read: (file: string, names: string) => string,
): string {
  const nameOf = (param: string) => csvName(params[param]);
  const hasTest = fileName(params['testFile']) !== '';
  const singular = `/** The table that the network was trained on; it lies in the folder \`data\`. */`;
  const plural = `/** The tables that the network was trained on; they lie in the folder \`data\`. */`;
  const head = hasTest
    ? `export async function readSource(
  names: readonly string[],
): Promise<{ train: Columns; test: Columns }> {`
    : 'export async function readSource(names: readonly string[]): Promise<{ train: Columns }> {';
  if (fileName(params['validationFile']) !== '') {
    const part = quote((findPartFeature(features) ?? partFeature()).name);
    const test = hasTest ? `  const test = ${read(nameOf('testFile'), 'own')};\n` : '';
    return `${plural}
${head}
  const own = names.filter((name) => name !== ${part});
  const train = joinParts(${part}, {
    train: ${read(nameOf('file'), 'own')},
    validation: ${read(nameOf('validationFile'), 'own')},
  });
${test}  return { train${hasTest ? ', test' : ''} };
}
`;
  }
  return hasTest
    ? `${plural}
${head}
  const train = ${read(nameOf('file'), 'names')};
  const test = ${read(nameOf('testFile'), 'names')};
  return { train, test };
}
`
    : `${singular}
${head}
  return { train: ${read(nameOf('file'), 'names')} };
}
`;
}

/** The name of a table in the project: other formats are converted to CSV. */
export function csvName(value: unknown): string {
  const name = fileName(value);
  return isTextTable(name) ? name : `${name.replace(/\.[^.]*(\.gz)?$/iu, '')}.csv`;
}
