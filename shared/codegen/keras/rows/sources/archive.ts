import { archiveContent } from '#shared/codegen/archiveContent.ts';
import { audioFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/audioFolder.ts';
import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import { imageTableKerasPrinter } from '#shared/codegen/keras/rows/sources/imageTable.ts';
import { npyKerasPrinter } from '#shared/codegen/keras/rows/sources/npy.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { tableKerasPrinter } from '#shared/codegen/keras/rows/sources/table.ts';
import { textFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/textFolder.ts';

const contents: readonly KerasRowsPrinter[] = [
  imageFolderKerasPrinter,
  audioFolderKerasPrinter,
  textFolderKerasPrinter,
  imageTableKerasPrinter,
  npyKerasPrinter,
];

/** Archives: what lies in them is read unpacked. */
export const archiveKerasPrinter: KerasRowsPrinter = {
  ...tableKerasPrinter,
  kind: 'archive',
  unpacked: (params, features) => {
    const content = archiveContent(params, features);
    const printer = contents.find(({ kind }) => kind === content.kind) ?? tableKerasPrinter;
    return {
      printer: { ...printer, preparation: () => content.preparation },
      params: content.params,
    };
  },
};
