import { inBrackets, quote } from '#shared/codegen/keras/printCall.ts';
import { formatPython } from '#shared/codegen/keras/rows/printColumns.ts';
import { kerasBoxFolderPrinter } from '#shared/codegen/keras/rows/sources/boxFolder.ts';
import {
  classNamesOf,
  vocFolderRowsPrinter,
} from '#shared/codegen/typescript/rows/sources/vocFolder.ts';

/** Pictures with boxes of objects as Pascal VOC has them. */
export const vocFolderKerasPrinter = kerasBoxFolderPrinter({
  twin: vocFolderRowsPrinter,
  reads: 'from voc import read_voc',
  ending: 'xml',
  constants: (features) => `# Names of the classes, in the order of their numbers.
${formatPython(['CLASS_NAMES = ', inBrackets(classNamesOf(features).map(quote))])}`,
  boxes: 'read_voc(describes(each["name"]), each["file"], CLASS_NAMES)',
});
