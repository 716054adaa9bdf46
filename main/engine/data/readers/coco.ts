import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { boxesSource } from '#main/engine/data/boxes/boxesSource.ts';
import { readCoco } from '#main/engine/data/boxes/cocoFile.ts';
import { fingerprintOf } from '#main/engine/data/files/fingerprint.ts';
import { Warnings } from '#main/engine/data/files/warnings.ts';
import { sniff } from '#main/engine/data/inspect/sniff.ts';
import { pathRows, pictureFile } from '#main/engine/data/pictures/picturePaths.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** The beginning of a description: one of its three lists. */
const beginning = /^\s*\{[\s\S]*"(images|annotations|categories)"\s*:\s*\[/;

/** Pictures with the objects that a file of COCO describes. */
export const cocoReader: Reader = {
  kind: 'coco',
  async recognise({ path: given, isFolder, head, names }) {
    const files = isFolder
      ? names.flatMap((name) => {
          if (/^annotations\/$/i.test(name)) return [path.join(given, name.slice(0, -1))];
          return name.endsWith('.json') ? [path.join(given, name)] : [];
        })
      : [given];
    for (const each of files.slice(0, 5)) {
      const own = isFolder ? await sniff(each) : ok({ path: each, isFolder, head, names });
      if (!own.ok) continue;
      if (own.value.isFolder) {
        const inner = await cocoReader.recognise?.(own.value);
        if (inner) return inner;
      } else if (beginning.test(Buffer.from(own.value.head).toString('latin1'))) {
        const coco = await readCoco(each);
        // With the right lists it is ours, also where an entry is wrong: opening says which.
        if (!coco.ok && coco.problem.code === 'boxes.badFile') continue;
        if (!coco.ok) return { file: each };
        const folder = pictureFolder(each, coco.value.pictures);
        return { file: each, ...(folder === path.dirname(each) ? {} : { folder }) };
      }
    }
    return null;
  },
  async open(params, context) {
    const file = resolvePath(params['file'], context.folder);
    if (!file.ok) return file;
    const folder =
      params['folder'] === ''
        ? ok(path.dirname(file.value))
        : resolvePath(params['folder'], context.folder);
    if (!folder.ok) return folder;
    const coco = await readCoco(file.value);
    if (!coco.ok) return coco;
    const { pictures, classNames, boxes, strays } = coco.value;
    const warnings = new Warnings();
    for (const problem of strays) {
      if (params['skipUnreadable'] !== true) return fail(problem);
      warnings.add(problem);
    }
    const paths = { base: folder.value, ending: '' };
    const strange = pictures.find((name) => pictureFile(name, paths) === null);
    if (strange !== undefined) {
      const values = { file: strange, folder: paths.base };
      return refuse('data.pathLeaves', values, { place: { file: file.value } });
    }
    const input = {
      pictures: { train: pathRows(pictures, paths), test: null, hasValidation: false },
      classNames,
      boxesOf: (picture: string) => Promise.resolve(boxes.get(picture) ?? ok('')),
      warnings,
      ...(await fingerprintOf([file.value, paths.base])),
    };
    return ok(await boxesSource(input, params, context));
  },
};

/** Folders beside a file that are looked into for its pictures. */
const foldersLookedAt = 50;

/** The folder from which most of the first pictures are found: that of the file, or one beside or around it. */
function pictureFolder(file: string, pictures: readonly string[]): string {
  const own = path.dirname(file);
  const above = path.dirname(own);
  const part = path.basename(file, '.json').replace(/^instances_/, '');
  const places = [own, path.join(own, 'images'), path.join(own, part)];
  const around = [above, path.join(above, 'images'), path.join(above, part), ...foldersIn(own)];
  const some = pictures.slice(0, 20);
  const found = (base: string) =>
    some.filter((name) => {
      const picture = pictureFile(name, { base, ending: '' });
      return picture !== null && existsSync(picture);
    }).length;
  return [...places, ...around].sort((a, b) => found(b) - found(a))[0] ?? own;
}

function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((each) => each.isDirectory()).slice(0, foldersLookedAt);
  return folders.map(({ name }) => path.join(folder, name));
}
