import path from 'node:path';
import type { BoxFolder } from '#main/engine/data/boxes/boxFolder.ts';
import { looksDescribed, openBoxFolder } from '#main/engine/data/boxes/boxFolder.ts';
import { boxesSource } from '#main/engine/data/boxes/boxesSource.ts';
import { readVoc, vocBoxes, vocClass } from '#main/engine/data/boxes/vocFiles.ts';
import { inParallel } from '#main/engine/data/files/inParallel.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import { probePicture } from '#main/engine/data/pictures/probePicture.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

const ending = '.xml';

/** Pictures with files of boxes as Pascal VOC has them: in `Annotations` for `JPEGImages`, or beside each picture. */
export const vocFolderReader: Reader = {
  kind: 'vocFolder',
  async recognise({ path: folder, isFolder }) {
    const isOurs = (text: string) => {
      const voc = readVoc(text, '', '');
      return voc.ok && (voc.value.size !== null || voc.value.objects.length > 0);
    };
    return isFolder && (await looksDescribed(folder, ending, () => false, isOurs))
      ? { folder }
      : null;
  },
  async open(params, context) {
    const root = resolvePath(params['folder'], context.folder);
    if (!root.ok) return root;
    const folder = root.value;
    const warnings = new Warnings();
    const opened = await openBoxFolder(folder, ending, () => false, warnings, context.signal);
    if (!opened.ok) return opened;
    const classNames =
      context.features.find(({ kind }) => kind === 'boxes')?.classNames ??
      (await classesIn(opened.value));
    const boxesOf = (picture: string) => readBoxes(folder, opened.value, picture, classNames);
    const { fingerprint, bytes } = opened.value;
    const input = { pictures: opened.value, classNames, boxesOf, warnings, fingerprint, bytes };
    return ok(await boxesSource(input, params, context));
  },
};

/** The boxes of a picture; without a file there is no object in it. */
async function readBoxes(
  root: string,
  { described, read }: BoxFolder,
  picture: string,
  classNames: readonly string[],
): Promise<Result<string>> {
  const shown = described(picture);
  if (shown === null) return ok('');
  const text = await read(shown);
  if (!text.ok) return text;
  const place = { file: path.join(root, shown), shown };
  const voc = readVoc(text.value, place.file, shown);
  if (!voc.ok) return voc;
  // Some programs write no size: the picture has it.
  const size = voc.value.size ?? (await probePicture(path.join(root, picture), picture));
  if (!('ok' in size)) return vocBoxes(voc.value.objects, size, classNames, place);
  return size.ok ? vocBoxes(voc.value.objects, size.value, classNames, place) : size;
}

/** Names of the classes that there are, in natural order. */
async function classesIn({ descriptions, read }: BoxFolder): Promise<readonly string[]> {
  const names = new Set<string>();
  await inParallel(descriptions, async (shown) => {
    const text = await read(shown);
    const voc = text.ok ? readVoc(text.value, shown, shown) : text;
    if (!voc.ok) return;
    for (const object of voc.value.objects) {
      const name = vocClass(object);
      if (name !== null) names.add(name);
    }
  });
  return [...names].sort(naturalOrder);
}
