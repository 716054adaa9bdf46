import { archiveContent } from '#shared/codegen/archiveContent.ts';
import { audioFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/audioFolder.ts';
import { imageFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageFolder.ts';
import { imageTableRowsPrinter } from '#shared/codegen/typescript/rows/sources/imageTable.ts';
import { npyRowsPrinter } from '#shared/codegen/typescript/rows/sources/npy.ts';
import type { RowsPrinter } from '#shared/codegen/typescript/rows/sources/rowsPrinter.ts';
import { tableRowsPrinter } from '#shared/codegen/typescript/rows/sources/table.ts';
import { textFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/textFolder.ts';

const contents: readonly RowsPrinter[] = [
  imageFolderRowsPrinter,
  audioFolderRowsPrinter,
  textFolderRowsPrinter,
  imageTableRowsPrinter,
  npyRowsPrinter,
];

/** Archives: what lies in them is read unpacked. */
export const archiveRowsPrinter: RowsPrinter = {
  ...tableRowsPrinter,
  kind: 'archive',
  unpacked: (params, features) => {
    const content = archiveContent(params, features);
    const printer = contents.find(({ kind }) => kind === content.kind) ?? tableRowsPrinter;
    return {
      printer: { ...printer, preparation: () => content.preparation },
      params: content.params,
    };
  },
};
