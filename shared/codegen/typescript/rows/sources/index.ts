import { cocoRowsPrinter } from '#shared/codegen/typescript/rows/sources/coco.ts';
import { vocFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/vocFolder.ts';
import { yoloFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/yoloFolder.ts';
import { npyRowsPrinter } from '#shared/codegen/typescript/rows/sources/npy.ts';
import { embeddedRowsPrinters } from '#shared/codegen/typescript/rows/sources/embedded.ts';
import { excelRowsPrinter } from '#shared/codegen/typescript/rows/sources/excel.ts';
import { audioFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/audioFolder.ts';
import { imageTableRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageTable.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import { textFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/textFolder.ts';
import { tableRowsPrinter } from '#shared/codegen/typescript/rows/sources/table.ts';
import { arraysRowsPrinters } from '#shared/codegen/typescript/rows/sources/arrays.ts';
import { archiveRowsPrinter } from '#shared/codegen/typescript/rows/sources/archive.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Printers of sources that exported projects read as raw data. */
export const rowsPrinters: readonly RowsPrinter[] = [
  tableRowsPrinter,
  archiveRowsPrinter,
  excelRowsPrinter,
  imageFolderRowsPrinter,
  imageTableRowsPrinter,
  yoloFolderRowsPrinter,
  vocFolderRowsPrinter,
  cocoRowsPrinter,
  audioFolderRowsPrinter,
  textFolderRowsPrinter,
  npyRowsPrinter,
  ...arraysRowsPrinters,
  ...embeddedRowsPrinters,
];

/** The printer of a source of this kind. */
export function findRowsPrinter(kind: string): RowsPrinter | undefined {
  return rowsPrinters.find((printer) => printer.kind === kind);
}
