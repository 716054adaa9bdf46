import { readdirSync } from 'node:fs';
import { classNamesIn, readLabels, yoloRows } from '#main/engine/data/boxes/yoloFiles.ts';
import { withBoxes } from '#main/engine/data/boxes/withBoxes.ts';
import type { FileRows } from '#main/engine/data/files/classFolders.ts';
import { isMedium } from '#main/engine/data/files/fileMedia.ts';
import { folderSource } from '#main/engine/data/files/folderSource.ts';
import { inParallel } from '#main/engine/data/files/inParallel.ts';
import { listFiles } from '#main/engine/data/files/listFiles.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import { pictureMedium, pictureSettings } from '#main/engine/data/pictures/pictureMedium.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Files of boxes that are looked into where nothing names the classes. */
const lookedInto = 500;

/** Pictures with files of boxes as YOLO has them: in `labels` beside `images`, or beside each picture. */
export const yoloFolderReader: Reader = {
  kind: 'yoloFolder',
  async recognise({ path: folder, isFolder, names }) {
    if (
      !isFolder ||
      !names.some((name) => /^(images|labels|train|training|val|valid|test)\/$|\.txt$/i.test(name))
    ) {
      return null;
    }
    const listing = await listFiles(
      folder,
      (file) => isMedium(file, 'picture'),
      new Warnings(),
      new AbortController().signal,
    );
    if (!listing.ok || listing.value.count === 0) return null;
    const { train } = yoloRows(listing.value);
    const some = Array.from({ length: Math.min(20, train.count) }, (_, row) => train.name(row));
    const labels = await inParallel(some, (name) => readLabels(folder, name));
    const full = labels.filter((each) => each.ok && each.value !== '').length;
    return full >= labels.length / 2 && full > 0 ? { folder } : null;
  },
  async open(params, context) {
    const root = resolvePath(params['folder'], context.folder);
    if (!root.ok) return root;
    const folder = root.value;
    const warnings = new Warnings();
    const listing = await listFiles(
      folder,
      (file) => isMedium(file, 'picture'),
      warnings,
      context.signal,
    );
    if (!listing.ok) return listing;
    if (listing.value.count === 0) {
      const values = { file: folder, others: listing.value.others };
      return refuse('data.emptyFolder', values, { place: { file: folder } });
    }
    const rows = yoloRows(listing.value);
    const parts = rows.test === null ? [rows.train] : [rows.train, rows.test];
    const skipUnreadable = params['skipUnreadable'] === true;
    const settings = pictureSettings(params);
    const { features, signal } = context;
    const medium = await pictureMedium('image', parts, settings, features, warnings);
    const source = await folderSource({
      folders: { classNames: null, ...rows, strays: [] },
      medium,
      warnings,
      declared: features,
      fingerprint: listing.value.fingerprint,
      bytes: listing.value.bytes,
      skipUnreadable,
      signal,
    });
    const known = features.find(({ kind }) => kind === 'boxes')?.classNames;
    const classNames =
      known ??
      classNamesIn(folder, readdirSync(folder)) ??
      (await numbersAsNames(folder, rows.train));
    return ok(
      withBoxes(source, {
        classNames,
        boxesOf: (picture) => readLabels(folder, picture),
        declared: features,
        warnings,
        skipUnreadable,
        signal,
      }),
    );
  },
};

/** Class numbers as names, where nothing names them: as many as the first files of boxes have. */
async function numbersAsNames(folder: string, rows: FileRows): Promise<readonly string[]> {
  const some = Array.from({ length: Math.min(lookedInto, rows.count) }, (_, row) => rows.name(row));
  const texts = await inParallel(some, (name) => readLabels(folder, name));
  const labels = texts.flatMap((text) =>
    text.ok ? boxesIn(text.value).map(({ label }) => label) : [],
  );
  return Array.from({ length: Math.max(0, ...labels) + 1 }, (_, label) => String(label));
}
