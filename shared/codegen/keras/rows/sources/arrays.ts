import { printArrayColumns } from '#shared/codegen/keras/rows/sources/embedded.ts';
import { npyKerasPrinter } from '#shared/codegen/keras/rows/sources/npy.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import {
  cifar100Printer,
  cifar10Printer,
  idxPrinter,
  mnistPrinter,
} from '#shared/codegen/keras/sources/files.ts';
import type { KerasSourcePrinter } from '#shared/codegen/keras/sources/sourcePrinter.ts';

/** Sources of pictures in binary files, for preparations that arrays cannot go through as a whole. */
export const arraysKerasPrinters: readonly KerasRowsPrinter[] = [
  mnistPrinter,
  idxPrinter,
  cifar10Printer,
  cifar100Printer,
].map(printerOf);

function printerOf(arrays: KerasSourcePrinter): KerasRowsPrinter {
  const { kind, hasTest, preparation } = arrays;
  return {
    kind,
    requirements: [],
    isEmbedded: false,
    imports: () => [
      // That of pathlib is added where it is used.
      ...arrays.imports.filter((line) => !line.includes('pathlib')),
      'from embedded import read_arrays',
    ],
    hasTest,
    printColumns: (_params, features) => printArrayColumns(features),
    printSource: (params) => {
      const read = arrays.print(params).replace('def read_source(', 'def read_all(');
      const body = hasTest(params)
        ? `    train, test = read_all()
    return {name: train[name] for name in names}, {name: test[name] for name in names}`
        : `    train = read_all()
    return {name: train[name] for name in names}`;
      return `${read}

def read_source(names):
    """The examples that the network was trained on."""
${body}
`;
    },
    preparation,
    input: npyKerasPrinter.input,
    example: npyKerasPrinter.example,
  };
}
