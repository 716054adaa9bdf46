import { folderPrinter } from '#shared/codegen/typescript/rows/sources/folder.ts';

/** Texts in folders. */
export const textFolderRowsPrinter = folderPrinter({
  kind: 'textFolder',
  dependencies: {},
  imports: ["import { readTexts } from './texts.ts';"],
  endings: ['txt', 'text', 'eml'],
  content: 'text',
  read: 'readTexts(files)',
  constants: () => '',
  noun: 'texts',
});
