import { tableRowsPrinterOfKeras } from '#shared/codegen/keras/rows/sources/table.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';

/** Printers of sources that exported projects read as raw data. */
export const kerasRowsPrinters: readonly KerasRowsPrinter[] = [tableRowsPrinterOfKeras];

/** The printer of a source of this kind. */
export function findKerasRowsPrinter(kind: string): KerasRowsPrinter | undefined {
  return kerasRowsPrinters.find((printer) => printer.kind === kind);
}
