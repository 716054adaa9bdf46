import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileRows, PartName } from '#main/engine/data/files/classFolders.ts';
import { partOf } from '#main/engine/data/files/classFolders.ts';
import type { Listing } from '#main/engine/data/files/listFiles.ts';
import { readWhole } from '#main/engine/data/files/readWhole.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** A longer file of boxes is refused. */
const largestLabelBytes = 2 ** 20;
/** A longer list of names is not looked into. */
const largestNamesBytes = 2 ** 20;
/** How far a coordinate may lie outside 0 … 1 by rounding. */
const tolerance = 0.01;

/** Files that can name the classes. */
const yamlNames = /\.ya?ml$/i;
const listNames = /^(classes|obj|labels|_darknet)\.(txt|names|labels)$/i;

/** Parts of the pictures of a listing. */
export interface YoloRows {
  readonly train: FileRows;
  readonly test: FileRows | null;
  readonly hasValidation: boolean;
}

/** Pictures by parts: `train`, `val` and `test` are folders anywhere in a path. */
export function yoloRows({ root, folders }: Listing): YoloRows {
  const files = folders.flatMap(({ names, files: own, sizes }) => {
    const part = names.map(partOf).find((each) => each !== null) ?? 'train';
    return own.map((name, index) => ({
      name: [...names, name].join('/'),
      part,
      size: sizes[index] ?? 0,
    }));
  });
  const of = (part: PartName) => files.filter((each) => each.part === part);
  const rowsOf = (own: typeof files): FileRows => ({
    count: own.length,
    file: (row) => path.join(root, own[row]?.name ?? ''),
    name: (row) => own[row]?.name ?? '',
    label: () => null,
    part: (row) => own[row]?.part ?? 'train',
    bytes: (row) => own[row]?.size ?? 0,
  });
  const validation = of('validation');
  const test = of('test');
  // Only a test part: that is all there is to learn from.
  const train = [...of('train'), ...validation];
  return train.length === 0
    ? { train: rowsOf(test), test: null, hasValidation: false }
    : {
        train: rowsOf(train),
        test: test.length === 0 ? null : rowsOf(test),
        hasValidation: validation.length > 0,
      };
}

/** Where the boxes of a picture lie: in `labels` for `images`, else beside it. */
function labelFile(picture: string): string {
  const segments = picture.split('/');
  const images = segments.lastIndexOf('images');
  const moved = images < 0 ? segments : segments.with(images, 'labels');
  return moved.join('/').replace(/\.[^./]+$/, '.txt');
}

/**
 * The boxes in a file of YOLO, without what is too much in them; of an outline the box around it. No file: no object. Problems:
 * those of `readWhole`, `boxes.badLine`.
 */
export async function readLabels(root: string, picture: string): Promise<Result<string>> {
  const shown = labelFile(picture);
  const file = path.join(root, shown);
  const bytes = await readWhole(file, shown, largestLabelBytes);
  if (!bytes.ok) {
    const { code } = bytes.problem;
    return code === 'data.fileMissing' || code === 'data.fileEmpty' ? ok('') : bytes;
  }
  const lines: string[] = [];
  for (const [index, line] of Buffer.from(bytes.value).toString('utf8').split(/\r?\n/).entries()) {
    const text = line.trim();
    if (text === '') continue;
    const box = boxOf(text.split(/\s+/).map(Number));
    if (box === null) {
      const values = { file: shown, line: index + 1, text: text.slice(0, 80) };
      return refuse('boxes.badLine', values, { place: { file } });
    }
    lines.push(box);
  }
  return ok(lines.join('\n'));
}

/** A box as it is written; null: the numbers are none. */
function boxOf(numbers: readonly number[]): string | null {
  const [label = NaN, ...rest] = numbers;
  if (!Number.isInteger(label) || label < 0 || !rest.every(Number.isFinite)) return null;
  if (rest.some((each) => each < -tolerance || each > 1 + tolerance)) return null;
  if (rest.length === 4) return [label, ...rest].join(' ');
  if (rest.length < 6 || rest.length % 2 === 1) return null;
  const xs = rest.filter((_, index) => index % 2 === 0);
  const ys = rest.filter((_, index) => index % 2 === 1);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return [label, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top].join(' ');
}

/** Names of the classes as a file in the folder has them: `data.yaml`, `classes.txt`; null: none has. `names`: what lies in it. */
export function classNamesIn(root: string, names: readonly string[]): readonly string[] | null {
  for (const name of names.filter((each) => yamlNames.test(each) || listNames.test(each))) {
    let text: string;
    try {
      text = readFileSync(path.join(root, name), 'utf8').slice(0, largestNamesBytes);
    } catch {
      continue;
    }
    const found = yamlNames.test(name)
      ? namesInYaml(text)
      : text.split(/\r?\n/).map((each) => each.trim());
    const known = found.filter((each) => each !== '');
    if (known.length > 0) return known;
  }
  return null;
}

/** The list `names` of a description: in brackets, or line by line with a dash or a number. */
function namesInYaml(text: string): readonly string[] {
  const start = /^names\s*:/m.exec(text);
  if (start === null) return [];
  const after = text.slice(start.index + start[0].length);
  const bare = (name: string) => name.trim().replace(/^(['"])(.*)\1$/, '$2');
  const brackets = /^\s*[[{]([^\]}]*)[\]}]/.exec(after);
  if (brackets !== null) {
    return (brackets[1] ?? '').split(',').map((each) => bare(each.replace(/^\s*\d+\s*:/, '')));
  }
  const names: string[] = [];
  for (const line of after.split(/\r?\n/).slice(1)) {
    const entry = /^\s*(?:-|\d+\s*:)\s+(.+)$/.exec(line);
    if (entry === null) {
      if (line.trim() === '' || line.trim().startsWith('#')) continue;
      break;
    }
    names.push(bare(entry[1] ?? ''));
  }
  return names;
}
