import { statSync } from 'node:fs';
import path from 'node:path';
import type { Columns } from './cells.ts';
import { type ExampleFile, fileColumns, listFolders, partOf } from './files.ts';
import { readPictures, type PictureWish } from './pictures.ts';

/**
 * The pictures of a folder as examples, by parts: folders `train`, `val` and `test` anywhere in a path are parts. A single file is
 * one example.
 */
export function listPictures(root: string, endings: readonly string[]): ExampleFile[] {
  if (statSync(root).isFile()) {
    return [{ file: root, name: path.basename(root), label: null, part: 'train' }];
  }
  const found = listFolders(root, endings).flatMap(({ names, files }) => {
    const part = names.map(partOf).find((each) => each !== null) ?? 'train';
    return files.map((name): ExampleFile => {
      const file = path.join(root, ...names, name);
      return { file, name: [...names, name].join('/'), label: null, part };
    });
  });
  // Only a test part: that is all there is to learn from.
  if (found.every(({ part }) => part === 'test')) {
    return found.map((each) => ({ ...each, part: 'train' }));
  }
  const order = ['train', 'validation', 'test'];
  return found.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

/** What a picture and the file that describes it have in common: `images/a/1.png` and `labels/a/1.txt`. */
function keyOf(names: readonly string[]): string {
  const dividing = /^(images|jpegimages|labels|annotations|xmls?)$/i;
  const own = names.filter((each) => !dividing.test(each));
  return own.join('/').replace(/\.[^./]+$/, '');
}

/** Finds the file with this ending that describes a picture; null: none does, there is no object in it. */
export function descriptionsIn(root: string, ending: string): (name: string) => string | null {
  const files = new Map(
    listFolders(root, [ending]).flatMap(({ names, files }) =>
      files.map((name) => [keyOf([...names, name]), path.join(root, ...names, name)]),
    ),
  );
  return (name) => files.get(keyOf(name.split('/'))) ?? null;
}

/** Pictures and the boxes of the objects in them as columns; a box is a line `class x y width height`. */
export async function boxColumns(
  examples: readonly ExampleFile[],
  names: readonly string[],
  wish: PictureWish,
  boxesOf: (example: ExampleFile) => string | Promise<string>,
): Promise<Columns> {
  const others = names.filter((name) => name !== 'boxes');
  const columns = await fileColumns(examples, others, 'image', (files) =>
    readPictures(files, wish),
  );
  if (!names.includes('boxes')) return columns;
  const values: string[] = [];
  for (const example of examples) values.push(await boxesOf(example));
  return { ...columns, boxes: { type: 'texts', values } };
}
