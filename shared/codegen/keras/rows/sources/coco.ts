import { imageFolderKerasPrinter } from '#shared/codegen/keras/rows/sources/imageFolder.ts';
import type { KerasRowsPrinter } from '#shared/codegen/keras/rows/sources/rowsPrinter.ts';
import { cocoRowsPrinter } from '#shared/codegen/typescript/rows/sources/coco.ts';

const { kind, hasTest, preparation } = cocoRowsPrinter;

/** Pictures with boxes; see the TypeScript of it. */
export const cocoKerasPrinter: KerasRowsPrinter = {
  ...imageFolderKerasPrinter,
  ...{ kind, hasTest, preparation },
  printSource: () => null,
};
