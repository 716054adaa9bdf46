import { kerasBoxFolderPrinter } from '#shared/codegen/keras/rows/sources/boxFolder.ts';
import { yoloFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/yoloFolder.ts';

/** Pictures with boxes of objects as YOLO has them. */
export const yoloFolderKerasPrinter = kerasBoxFolderPrinter({
  twin: yoloFolderRowsPrinter,
  reads: 'from yolo import read_yolo',
  ending: 'txt',
  constants: () => '',
  boxes: 'read_yolo(describes(each["name"]))',
});
