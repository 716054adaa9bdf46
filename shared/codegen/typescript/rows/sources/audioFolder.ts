import { folderPrinter } from '#shared/codegen/typescript/rows/sources/folder.ts';

/** Recordings in folders. */
export const audioFolderRowsPrinter = folderPrinter({
  kind: 'audioFolder',
  dependencies: {},
  imports: ["import { readRecordings } from './recordings.ts';"],
  endings: ['wav', 'wave'],
  content: 'audio',
  read: 'readRecordings(files)',
  constants: () => '',
  noun: 'recordings',
});
