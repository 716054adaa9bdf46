import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BoxFolder } from '#main/engine/data/boxes/boxFolder.ts';
import { looksDescribed, openBoxFolder } from '#main/engine/data/boxes/boxFolder.ts';
import { boxesSource } from '#main/engine/data/boxes/boxesSource.ts';
import { classNamesIn, isNameList, yoloBoxes } from '#main/engine/data/boxes/yoloFiles.ts';
import { inParallel } from '#main/engine/data/files/inParallel.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

const ending = '.txt';

/** Pictures with files of boxes as YOLO has them: in `labels` for `images`, or beside each picture. */
export const yoloFolderReader: Reader = {
  kind: 'yoloFolder',
  async recognise({ path: folder, isFolder }) {
    // Boxes that are not possible, as those in pixels, are ours too: reading says what is wrong.
    const isOurs = (text: string) => {
      const boxes = yoloBoxes(text, null, { file: '', shown: '' });
      return boxes.ok || boxes.problem.code !== 'boxes.badLine';
    };
    return isFolder && (await looksDescribed(folder, ending, isNameList, isOurs))
      ? { folder }
      : null;
  },
  async open(params, context) {
    const root = resolvePath(params['folder'], context.folder);
    if (!root.ok) return root;
    const folder = root.value;
    const warnings = new Warnings();
    const opened = await openBoxFolder(folder, ending, isNameList, warnings, context.signal);
    if (!opened.ok) return opened;
    const classNames =
      context.features.find(({ kind }) => kind === 'boxes')?.classNames ??
      classNamesIn(folder, readdirSync(folder)) ??
      (await numbersAsNames(folder, opened.value));
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
  classNames: readonly string[] | null,
): Promise<Result<string>> {
  const shown = described(picture);
  if (shown === null) return ok('');
  const text = await read(shown);
  return text.ok
    ? yoloBoxes(text.value, classNames, { file: path.join(root, shown), shown })
    : text;
}

/** Class numbers as names, where nothing names them. */
async function numbersAsNames(root: string, { descriptions, read }: BoxFolder) {
  let most = 0;
  await inParallel(descriptions, async (shown) => {
    const text = await read(shown);
    const boxes = text.ok ? yoloBoxes(text.value, null, { file: root, shown }) : text;
    if (boxes.ok) for (const { label } of boxesIn(boxes.value)) most = Math.max(most, label);
  });
  return Array.from({ length: most + 1 }, (_, label) => String(label));
}
