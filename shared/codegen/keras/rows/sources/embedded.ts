import { isOfSingleValues } from '#shared/codegen/embeddedSources.ts';
import { quote } from '#shared/codegen/keras/printCall.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { printTableFormat, readColumnsOfTable } from '#shared/codegen/keras/rows/sources/table.ts';
import { embeddedRowsPrinters } from '#shared/codegen/typescript/rows/sources/embedded.ts';

/** `read_columns` of arrays, with the constant `SHAPES`. */
export function printArrayColumns(features: readonly Feature[]): string {
  const shapes = features.map(({ name, shape }) => {
    return `    ${quote(name)}: [${(shape ?? []).map((size) => String(size ?? 1)).join(', ')}],\n`;
  });
  return `# Shape of one example in each column.
SHAPES = {
${shapes.join('')}}


def read_columns(files, names):
    """Columns out of arrays (.npy, IDX or JSON lists), a file for each."""
    return read_arrays(files, names, SHAPES)
`;
}

/** Sources whose examples lie in `data.json`; raw data to predict for is a table, or arrays. */
export const embeddedKerasPrinters: readonly KerasRowsPrinter[] = embeddedRowsPrinters.map(
  ({ kind, hasTest, preparation, input, example }) => ({
    kind,
    requirements: [],
    isEmbedded: true,
    imports: (features) =>
      isOfSingleValues(features)
        ? ['from embedded import read_embedded', 'from tables import read_table']
        : ['from embedded import read_arrays, read_embedded'],
    hasTest,
    printColumns: (_params, features) => {
      if (isOfSingleValues(features)) {
        return `${printTableFormat({}, features)}\n\n${readColumnsOfTable}`;
      }
      return printArrayColumns(features);
    },
    printSource: () => `def read_source(names):
    """The examples that the network was trained on."""
    return read_embedded(names)
`,
    preparation,
    input,
    example,
  }),
);
