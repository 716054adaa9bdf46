import { kerasFolderPrinter } from '#shared/codegen/keras/rows/sources/folder.ts';
import { textFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/textFolder.ts';

/** Texts in folders. */
export const textFolderKerasPrinter = kerasFolderPrinter({
  twin: textFolderRowsPrinter,
  requirements: [],
  imports: ['from texts import read_texts'],
  endings: ['txt', 'text', 'eml'],
  content: 'text',
  read: () => 'read_texts',
});
