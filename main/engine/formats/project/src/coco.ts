import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ExampleFile, naturalOrder } from './files.ts';

type Id = number | string;

interface Coco {
  readonly images: readonly { id: Id; file_name: string; width: number; height: number }[];
  readonly annotations: readonly { image_id: Id; category_id: Id; bbox: readonly number[] }[];
  readonly categories: readonly { id: Id }[];
}

/** Pictures and their boxes by their names, a line `class x y width height` each. */
export interface CocoPictures {
  readonly examples: readonly ExampleFile[];
  readonly boxes: ReadonlyMap<string, string>;
}

/** Reads a file of COCO. `folder`: beside it, paths of pictures count from there; where it is not, from the file's own. */
export function readCoco(file: string, folder: string): CocoPictures {
  const { images, annotations, categories } = JSON.parse(readFileSync(file, 'utf8')) as Coco;
  const order = (a: Id, b: Id) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : naturalOrder(String(a), String(b));
  const labels = categories.map(({ id }) => id).sort(order);
  const known = new Map(images.map((each) => [each.id, each]));
  const boxes = new Map<string, string>();
  for (const { image_id: image, category_id: category, bbox } of annotations) {
    const { file_name: name = '', width = NaN, height = NaN } = known.get(image) ?? {};
    const [left = NaN, top = NaN, across = NaN, down = NaN] = bbox;
    const box = [
      labels.indexOf(category),
      (left + across / 2) / width,
      (top + down / 2) / height,
      across / width,
      down / height,
    ];
    if (!labels.includes(category) || !box.every(Number.isFinite)) {
      throw new Error(`${file}: the box [${bbox.join(', ')}] of ${name} is none.`);
    }
    boxes.set(name, [...(boxes.has(name) ? [boxes.get(name)] : []), box.join(' ')].join('\n'));
  }
  const beside = path.join(path.dirname(file), folder);
  const base = existsSync(beside) ? beside : path.dirname(file);
  const names = [...new Set(images.map(({ file_name: name }) => name))].sort(naturalOrder);
  const examples = names.map((name): ExampleFile => {
    const picture = path.resolve(base, name.replaceAll('\\', '/'));
    if (path.relative(base, picture).startsWith('..')) {
      throw new Error(`${name} leads out of ${base}.`);
    }
    return { file: picture, name, label: null, part: 'train' };
  });
  return { examples, boxes };
}
