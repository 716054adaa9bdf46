import { cifar100Printer, cifar10Printer } from '#shared/codegen/typescript/sources/cifar.ts';
import {
  generatedPointsPrinter,
  generatedTablePrinter,
  generatedTextPrinter,
} from '#shared/codegen/typescript/sources/generated.ts';
import { idxPrinter } from '#shared/codegen/typescript/sources/idx.ts';
import { mnistPrinter } from '#shared/codegen/typescript/sources/mnist.ts';
import type { SourcePrinter } from '#shared/codegen/typescript/sources/sourcePrinter.ts';

/** A printer for every source of shared/data/sources. */
export const sourcePrinters: readonly SourcePrinter[] = [
  mnistPrinter,
  idxPrinter,
  cifar10Printer,
  cifar100Printer,
  generatedTablePrinter,
  generatedTextPrinter,
  generatedPointsPrinter,
];

/** The printer of a source of this kind. */
export function findSourcePrinter(kind: string): SourcePrinter | undefined {
  return sourcePrinters.find((printer) => printer.kind === kind);
}
