import { arrayFilesOf } from '#shared/codegen/arrayFiles.ts';
import { fileName } from '#shared/codegen/text.ts';
import { inBraces, quote } from '#shared/codegen/typescript/printCall.ts';
import { format } from '#shared/codegen/typescript/printFile.ts';
import { printArrayColumns } from '#shared/codegen/typescript/rows/sources/embedded.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Arrays of NumPy, a file for each column. */
export const npyRowsPrinter: RowsPrinter = {
  kind: 'npy',
  dependencies: {},
  isEmbedded: false,
  imports: () => [
    "import type { Columns } from './cells.ts';",
    "import { readArrays } from './embedded.ts';",
  ],
  hasTest: ({ testFile }) => fileName(testFile) !== '',
  printColumns: (_params, features) => printArrayColumns(features),
  printSource: (params, features) => {
    const files = arrayFilesOf(params, features);
    if (files === null) return null;
    const constant = (name: string, own: Readonly<Record<string, string>>) =>
      format([
        `const ${name}: Readonly<Record<string, string>> = `,
        inBraces(Object.entries(own).map(([column, file]) => [column, quote(file)])),
        ';',
      ]);
    const { train, test } = files;
    const type = test === null ? '{ train: Columns }' : '{ train: Columns; test: Columns }';
    const result =
      test === null
        ? '{ train: read(trainFiles) }'
        : '{ train: read(trainFiles), test: read(testFiles) }';
    return `${constant('trainFiles', train)}${test === null ? '' : constant('testFiles', test)}
/** The arrays that the network was trained on; they lie in the folder \`data\`. */
export async function readSource(names: readonly string[]): Promise<${type}> {
  const read = (files: Readonly<Record<string, string>>) => {
    const paths = names.map((name) => path.join(projectFolder, 'data', files[name] ?? ''));
    return readArrays(paths, names, shapes);
  };
  return ${result};
}
`;
  },
  preparation: (params) => {
    const names = ['file', 'targets', 'testFile', 'testTargets']
      .map((name) => fileName(params[name]))
      .filter((name) => name !== '');
    return `Put the arrays into the folder \`data\`: ${names.map((name) => `\`${name}\``).join(', ')}.`;
  },
  input: () => 'arrays (`.npy`, IDX or JSON lists), a file for each column that the network needs',
  example: 'x.npy',
};
