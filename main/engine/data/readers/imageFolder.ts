import { tallyFolder } from '#main/engine/data/files/fileMedia.ts';
import { folderSource } from '#main/engine/data/files/folderSource.ts';
import { openClassFolders } from '#main/engine/data/files/openClassFolders.ts';
import { pictureMedium, pictureSettings } from '#main/engine/data/pictures/pictureMedium.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { ok } from '#shared/problems/problem.ts';

/** Pictures in folders, one folder a class, or in one folder without classes. */
export const imageFolderReader: Reader = {
  kind: 'imageFolder',
  recognise: ({ path, isFolder }) => {
    if (!isFolder) return Promise.resolve(null);
    const { picture, recording, text, other } = tallyFolder(path);
    const isOurs = picture > 0 && picture >= recording + text + other;
    return Promise.resolve(isOurs ? { folder: path } : null);
  },
  async open(params, context) {
    const opened = await openClassFolders(params, context, 'picture');
    if (!opened.ok) return opened;
    const { folders, warnings, fingerprint, bytes } = opened.value;
    const parts = folders.test === null ? [folders.train] : [folders.train, folders.test];
    const medium = await pictureMedium(
      'image',
      parts,
      pictureSettings(params),
      context.features,
      warnings,
    );
    return ok(
      await folderSource({
        folders,
        medium,
        warnings,
        declared: context.features,
        fingerprint,
        bytes,
        skipUnreadable: params['skipUnreadable'] === true,
        signal: context.signal,
      }),
    );
  },
};
