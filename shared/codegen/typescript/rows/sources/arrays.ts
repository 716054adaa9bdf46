import { printArrayColumns } from '#shared/codegen/typescript/rows/sources/embedded.ts';
import { npyRowsPrinter } from '#shared/codegen/typescript/rows/sources/npy.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import { cifar100Printer, cifar10Printer } from '#shared/codegen/typescript/sources/cifar.ts';
import { idxPrinter } from '#shared/codegen/typescript/sources/idx.ts';
import { mnistPrinter } from '#shared/codegen/typescript/sources/mnist.ts';
import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';

/** Sources of pictures in binary files, for preparations that batches of arrays cannot go through one by one. */
export const arraysRowsPrinters: readonly RowsPrinter[] = [
  mnistPrinter,
  idxPrinter,
  cifar10Printer,
  cifar100Printer,
].map(printerOf);

function printerOf(arrays: SourcePrinter): RowsPrinter {
  const { kind, dependencies, hasTest, preparation } = arrays;
  return {
    kind,
    dependencies,
    isEmbedded: false,
    imports: () => [
      // Those of paths are added where they are used.
      ...arrays.imports.filter((line) => !/path';|folders\.ts/u.test(line)),
      "import type { Columns } from './cells.ts';",
      "import { readArrays } from './embedded.ts';",
      "import type { Column } from './examples.ts';",
    ],
    hasTest,
    printColumns: (_params, features) => printArrayColumns(features),
    printSource: (params) => {
      const read = arrays
        .print(params)
        .replace('function readSource(', 'function readAll(')
        .replace(/\bColumns\b/gu, 'ArrayColumns');
      const [type, result] = hasTest(params)
        ? [
            '{ train: Columns; test: Columns }',
            `const { train, test } = readAll();
  return { train: cellsOf(train, names), test: cellsOf(test, names) };`,
          ]
        : ['{ train: Columns }', 'return { train: cellsOf(readAll(), names) };'];
      return `type ArrayColumns = Readonly<Record<'image' | 'label', Column>>;

/** The examples that the network was trained on. */
export async function readSource(
  names: readonly string[],
): Promise<${type}> {
  ${result}
}

function cellsOf({ image, label }: ArrayColumns, names: readonly string[]): Columns {
  const columns = {
    image: { type: 'numbers' as const, ...image },
    label: { type: 'numbers' as const, ...label },
  };
  return Object.fromEntries(Object.entries(columns).filter(([name]) => names.includes(name)));
}

${read}`;
    },
    preparation,
    input: npyRowsPrinter.input,
    example: npyRowsPrinter.example,
  };
}
