import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { yoloFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/yoloFolder.ts';

const { kind, hasTest, preparation } = yoloFolderRowsPrinter;

/** Pictures with boxes; see the TypeScript of it. */
export const yoloFolderKerasPrinter: KerasRowsPrinter = {
  ...imageFolderKerasPrinter,
  ...{ kind, hasTest, preparation },
  printSource: () => null,
};
