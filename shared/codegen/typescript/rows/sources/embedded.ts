import { embeddedSources, isOfSingleValues } from '#shared/codegen/embeddedSources.ts';
import { inBraces, inBrackets } from '#shared/codegen/typescript/printCall.ts';
import { format } from '#shared/codegen/typescript/printFile.ts';
import { hardLine } from '#shared/codegen/layout.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import {
  printTableFormat,
  readColumnsOfTable,
} from '#shared/codegen/typescript/rows/sources/table.ts';

/** `readColumns` of arrays, with the constant `shapes`. */
export function printArrayColumns(features: readonly Feature[]): string {
  const shapes = format([
    '/** Shape of one example in each column. */',
    hardLine,
    'const shapes: Readonly<Record<string, readonly number[]>> = ',
    inBraces(
      features.map(({ name, shape }) => [
        name,
        inBrackets((shape ?? []).map((size) => String(size ?? 1))),
      ]),
    ),
    ';',
  ]);
  return `${shapes}
/** Columns out of arrays (.npy, IDX or JSON lists), a file for each. */
export async function readColumns(
  files: readonly string[],
  names: readonly string[],
): Promise<Columns> {
  return readArrays(files, names, shapes);
}
`;
}

/** Sources whose examples lie in `data.json`; raw data to predict for is a table, or arrays. */
export const embeddedRowsPrinters: readonly RowsPrinter[] = embeddedSources.map((kind) => ({
  kind,
  dependencies: {},
  isEmbedded: true,
  imports: (features) => [
    "import type { Columns } from './cells.ts';",
    ...(isOfSingleValues(features)
      ? [
          "import { readEmbedded } from './embedded.ts';",
          "import { readTable, type TableFormat } from './tables.ts';",
        ]
      : ["import { readArrays, readEmbedded } from './embedded.ts';"]),
  ],
  hasTest: () => false,
  printColumns: (_params, features) => {
    if (isOfSingleValues(features)) {
      return `${printTableFormat({}, features)}\n${readColumnsOfTable}`;
    }
    return printArrayColumns(features);
  },
  printSource: () => `/** The examples that the network was trained on. */
export async function readSource(names: readonly string[]): Promise<{ train: Columns }> {
  return { train: readEmbedded(names) };
}
`,
  preparation: () => null,
  input: (features) =>
    isOfSingleValues(features)
      ? 'a table of text with the columns of the training data, the target is not needed'
      : 'arrays (`.npy`, IDX or JSON lists), a file for each column that the network needs',
  example: 'rows.csv',
}));
