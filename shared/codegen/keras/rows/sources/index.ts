import { cocoKerasPrinter } from '#shared/codegen/keras/rows/sources/coco.ts';
import { vocFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/vocFolder.ts';
import { yoloFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/yoloFolder.ts';
import { npyKerasPrinter } from '#shared/codegen/keras/rows/sources/npy.ts';
import { embeddedKerasPrinters } from '#shared/codegen/keras/rows/sources/embedded.ts';
import { excelKerasPrinter } from '#shared/codegen/keras/rows/sources/excel.ts';
import { audioFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/audioFolder.ts';
import { imageTableKerasPrinter } from '#shared/codegen/keras/rows/sources/imageTable.ts';
import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import { textFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/textFolder.ts';
import { tableKerasPrinter } from '#shared/codegen/keras/rows/sources/table.ts';
import { arraysKerasPrinters } from '#shared/codegen/keras/rows/sources/arrays.ts';
import { archiveKerasPrinter } from '#shared/codegen/keras/rows/sources/archive.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';

/** Printers of sources that exported projects read as raw data. */
export const kerasRowsPrinters: readonly KerasRowsPrinter[] = [
  tableKerasPrinter,
  archiveKerasPrinter,
  excelKerasPrinter,
  imageFolderKerasPrinter,
  imageTableKerasPrinter,
  yoloFolderKerasPrinter,
  vocFolderKerasPrinter,
  cocoKerasPrinter,
  audioFolderKerasPrinter,
  textFolderKerasPrinter,
  npyKerasPrinter,
  ...arraysKerasPrinters,
  ...embeddedKerasPrinters,
];

/** The printer of a source of this kind. */
export function findKerasRowsPrinter(kind: string): KerasRowsPrinter | undefined {
  return kerasRowsPrinters.find((printer) => printer.kind === kind);
}
