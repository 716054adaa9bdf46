import { recordingMedium } from '#main/engine/data/audio/recordingMedium.ts';
import { tallyFolder } from '#main/engine/data/files/fileMedia.ts';
import { folderSource } from '#main/engine/data/files/folderSource.ts';
import { openClassFolders } from '#main/engine/data/files/openClassFolders.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { ok } from '#shared/problems/problem.ts';

/** Recordings in folders, one folder a class, or in one folder without classes. */
export const audioFolderReader: Reader = {
  kind: 'audioFolder',
  recognise: ({ path, isFolder }) => {
    if (!isFolder) return Promise.resolve(null);
    const { picture, recording, text, other } = tallyFolder(path);
    const isOurs = recording > 0 && recording > picture + text + other;
    return Promise.resolve(isOurs ? { folder: path } : null);
  },
  async open(params, context) {
    const opened = await openClassFolders(params, context, 'recording');
    if (!opened.ok) return opened;
    return ok(
      await folderSource({
        ...opened.value,
        medium: recordingMedium(opened.value.warnings),
        declared: context.features,
        skipUnreadable: params['skipUnreadable'] === true,
        signal: context.signal,
      }),
    );
  },
};
