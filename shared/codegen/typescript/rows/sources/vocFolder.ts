import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';

/** Pictures with boxes: an export predicts for pictures; the boxes that the network learned from stay with the data. */
export const vocFolderRowsPrinter: RowsPrinter = {
  ...imageFolderRowsPrinter,
  kind: 'vocFolder',
  hasTest: () => false,
  printSource: () => null,
  preparation: () => null,
};
