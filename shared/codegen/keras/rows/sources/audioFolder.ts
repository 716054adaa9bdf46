import { kerasFolderPrinter } from '#shared/codegen/keras/rows/sources/folder.ts';
import { audioFolderRowsPrinter } from '#shared/codegen/typescript/rows/sources/audioFolder.ts';

/** Recordings in folders. */
export const audioFolderKerasPrinter = kerasFolderPrinter({
  twin: audioFolderRowsPrinter,
  requirements: [],
  imports: ['from recordings import read_recordings'],
  endings: ['wav', 'wave'],
  content: 'audio',
  read: () => 'read_recordings',
});
