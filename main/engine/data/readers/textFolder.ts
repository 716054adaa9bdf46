import { tallyFolder } from '#main/engine/data/files/fileMedia.ts';
import { folderSource } from '#main/engine/data/files/folderSource.ts';
import { openClassFolders } from '#main/engine/data/files/openClassFolders.ts';
import { textMedium } from '#main/engine/data/files/textMedium.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { ok } from '#shared/problems/problem.ts';

/** Text files in folders, one folder a class. */
export const textFolderReader: Reader = {
  kind: 'textFolder',
  recognise: ({ path, isFolder }) => {
    if (!isFolder) return Promise.resolve(null);
    const { picture, recording, text, other, folders } = tallyFolder(path);
    // Texts in one folder have no classes and are more likely a table, or somebody's notes.
    const isOurs = folders > 1 && text > picture + recording + other;
    return Promise.resolve(isOurs ? { folder: path } : null);
  },
  async open(params, context) {
    const opened = await openClassFolders(params, context, 'text');
    if (!opened.ok) return opened;
    return ok(
      await folderSource({
        ...opened.value,
        medium: textMedium(opened.value.warnings),
        declared: context.features,
        skipUnreadable: params['skipUnreadable'] === true,
        signal: context.signal,
      }),
    );
  },
};
