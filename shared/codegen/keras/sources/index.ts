import {
  cifar100Printer,
  cifar10Printer,
  idxPrinter,
  mnistPrinter,
} from '#shared/codegen/keras/sources/files.ts';
import type { KerasSourcePrinter } from '#shared/codegen/keras/sources/sourcePrinter.ts';

function embedded(kind: string): KerasSourcePrinter {
  return {
    kind,
    imports: ['from pathlib import Path', 'import numpy as np'],
    isEmbedded: true,
    hasTest: () => false,
    print: () => `FILE = Path(__file__).parent / "data.npz"


def read_source():
    """The examples that the network was trained on."""
    with np.load(FILE) as file:
        return dict(file)
`,
    preparation: () => null,
  };
}

/** A printer for every source of shared/data/sources. */
export const kerasSourcePrinters: readonly KerasSourcePrinter[] = [
  mnistPrinter,
  idxPrinter,
  cifar10Printer,
  cifar100Printer,
  embedded('generatedTable'),
  embedded('generatedText'),
  embedded('generatedPoints'),
];

/** The printer of a source of this kind. */
export function findKerasSourcePrinter(kind: string): KerasSourcePrinter | undefined {
  return kerasSourcePrinters.find((printer) => printer.kind === kind);
}
