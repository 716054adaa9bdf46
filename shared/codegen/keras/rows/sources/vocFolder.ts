import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { vocFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/vocFolder.ts';

const { kind, hasTest, preparation } = vocFolderRowsPrinter;

/** Pictures with boxes; see the TypeScript of it. */
export const vocFolderKerasPrinter: KerasRowsPrinter = {
  ...imageFolderKerasPrinter,
  ...{ kind, hasTest, preparation },
  printSource: () => null,
};
