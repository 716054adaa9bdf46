import { arrayFilesOf } from '#shared/codegen/arrayFiles.ts';
import { quote } from '#shared/codegen/keras/printCall.ts';
import { printArrayColumns } from '#shared/codegen/keras/rows/sources/embedded.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { npyRowsPrinter } from '#shared/codegen/typescript/rows/sources/npy.ts';

const { kind, hasTest, preparation, input, example } = npyRowsPrinter;

/** Arrays of NumPy, a file for each column. */
export const npyKerasPrinter: KerasRowsPrinter = {
  kind,
  requirements: [],
  isEmbedded: false,
  imports: () => ['from embedded import read_arrays'],
  hasTest,
  printColumns: (_params, features) => printArrayColumns(features),
  printSource: (params, features) => {
    const files = arrayFilesOf(params, features);
    if (files === null) return null;
    const constant = (name: string, own: Readonly<Record<string, string>>) =>
      `${name} = {\n${Object.entries(own)
        .map(([column, file]) => `    ${quote(column)}: ${quote(file)},\n`)
        .join('')}}\n`;
    const { train, test } = files;
    return `FOLDER = Path(__file__).parent / "data"
${constant('TRAIN_FILES', train)}${test === null ? '' : constant('TEST_FILES', test)}

def read_source(names):
    """The arrays that the network was trained on; they lie in the folder \`data\`."""
    return read_files(TRAIN_FILES, names)${test === null ? '' : ', read_files(TEST_FILES, names)'}


def read_files(files, names):
    return read_arrays([FOLDER / files[name] for name in names], names, SHAPES)
`;
  },
  preparation,
  input,
  example,
};
