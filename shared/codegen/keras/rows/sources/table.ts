import { inBrackets, quote } from '#shared/codegen/keras/printCall.ts';
import { formatPython } from '#shared/codegen/keras/rows/printColumns.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { type Layout, hardLine, indent } from '#shared/codegen/layout.ts';
import { tableFormatOf } from '#shared/codegen/tableFormat.ts';
import { fileName } from '#shared/codegen/text.ts';
import { csvName, tableRowsPrinter } from '#shared/codegen/typescript/rows/sources/table.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import { findPartFeature, partFeature } from '#shared/data/partFeature.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** How a table is written, as a constant `TABLE`. */
export function printTableFormat(params: ParamValues, features: readonly Feature[]): string {
  const format = tableFormatOf(params, features);
  const truth = (value: boolean) => (value ? 'True' : 'False');
  const entries: Layout[] = [
    `"delimiter": ${quote(format.delimiter)},`,
    `"has_header": ${truth(format.hasHeader)},`,
    `"encoding": ${quote(format.encoding)},`,
    `"decimal_comma": ${truth(format.decimalComma)},`,
    `"day_first": ${truth(format.dayFirst)},`,
    ['"missing": ', inBrackets(format.missing.map(quote)), ','],
    [
      '"columns": {',
      indent(
        format.columns.map(({ name, kind }): Layout => [
          hardLine,
          `${quote(name)}: ${quote(kind)},`,
        ]),
      ),
      hardLine,
      '},',
    ],
  ];
  return formatPython([
    '# How tables are written, and what their columns hold.',
    hardLine,
    'TABLE = {',
    indent(entries.map((entry): Layout => [hardLine, entry])),
    hardLine,
    '}',
  ]);
}

/** `read_columns` of a table. */
export const readColumnsOfTable = `def read_columns(files, names):
    """Columns of a table."""
    return read_table(files[0], TABLE, names)
`;

/** Tables of text; others are converted first. */
export const tableKerasPrinter: KerasRowsPrinter = {
  kind: 'table',
  isEmbedded: false,
  imports: () => ['from tables import read_table'],
  requirements: [],
  hasTest: tableRowsPrinter.hasTest,
  printColumns: (params, features) =>
    `${printTableFormat(params, features)}\n\n${readColumnsOfTable}`,
  printSource: (params, features) =>
    printTableSource(
      params,
      features,
      (file, names) => `read_table(FOLDER / ${quote(file)}, TABLE, ${names})`,
    ),
  preparation: tableRowsPrinter.preparation,
  input: tableRowsPrinter.input,
  example: tableRowsPrinter.example,
};

/** `read_source` of tables; `read` is code that gives the columns of a file. */
export function printTableSource(
  params: ParamValues,
  features: readonly Feature[],
  read: (file: string, names: string) => string,
): string {
  const nameOf = (param: string) => csvName(params[param]);
  const hasTest = fileName(params['testFile']) !== '';
  const lines: string[] = [];
  let names = 'names';
  let train = read(nameOf('file'), names);
  if (fileName(params['validationFile']) !== '') {
    const part = quote((findPartFeature(features) ?? partFeature()).name);
    names = 'own';
    lines.push(`own = [name for name in names if name != ${part}]`);
    train = `join_parts(
        ${part},
        {
            "train": ${read(nameOf('file'), names)},
            "validation": ${read(nameOf('validationFile'), names)},
        },
    )`;
  }
  if (hasTest) {
    lines.push(`train = ${train}`, `test = ${read(nameOf('testFile'), names)}`);
  }
  lines.push(hasTest ? 'return train, test' : `return ${train}`);
  return `FOLDER = Path(__file__).parent / "data"


def read_source(names):
    """The examples that the network was trained on; they lie in the folder \`data\`."""
    ${lines.join('\n    ')}
`;
}
