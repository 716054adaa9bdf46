import { boxFolderPrinter } from '#shared/codegen/typescript/rows/sources/boxFolder.ts';

/** Pictures with boxes of objects as YOLO has them. */
export const yoloFolderRowsPrinter = boxFolderPrinter({
  kind: 'yoloFolder',
  reads: "import { readYolo } from './yolo.ts';",
  ending: 'txt',
  constants: () => '',
  boxes: 'readYolo(describes(example.name))',
});
