import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BoxPlace } from '#main/engine/data/boxes/boxFaults.ts';
import { boxFault, boxLine } from '#main/engine/data/boxes/boxFaults.ts';
import type { Box } from '#shared/data/arithmetic/boxes.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** A longer list of names is not looked into. */
const largestNamesBytes = 2 ** 20;

/** Files that can name the classes. */
const yamlNames = /\.ya?ml$/i;
const listNames = /^(classes|obj|labels|_darknet)\.(txt|names|labels)$/i;

/** Whether a file of this name lists names of classes, not boxes. */
export function isNameList(name: string): boolean {
  return listNames.test(name);
}

/**
 * The boxes in a file of YOLO as the feature holds them; of an outline the box around it. `classNames` null: they are not known
 * yet. Problems: `boxes.badLine`, those of `boxFault`.
 */
export function yoloBoxes(
  text: string,
  classNames: readonly string[] | null,
  { file, shown }: Pick<BoxPlace, 'file' | 'shown'>,
): Result<string> {
  const lines: string[] = [];
  for (const [index, given] of text.split(/\r?\n/).entries()) {
    const line = given.trim();
    if (line === '') continue;
    const number = index + 1;
    const box = boxOf(line.split(/\s+/).map(Number));
    if (box === null) {
      const values = { file: shown, line: number, text: line.slice(0, 80) };
      return refuse('boxes.badLine', values, { place: { file } });
    }
    const entry = { en: `Line ${number}`, 'zh-CN': `第 ${number} 行` };
    const fault = boxFault(box, classNames, { file, shown, entry });
    if (fault !== null) return fail(fault);
    lines.push(boxLine(box));
  }
  return ok(lines.join('\n'));
}

/** A class and a box, or a class and the corners of an outline; null: the numbers are neither. */
function boxOf(numbers: readonly number[]): Box | null {
  const [label = NaN, ...rest] = numbers;
  if (!Number.isInteger(label) || label < 0 || !rest.every(Number.isFinite)) return null;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = rest;
  if (rest.length === 4) return { label, x, y, width, height };
  if (rest.length < 6 || rest.length % 2 === 1) return null;
  const xs = rest.filter((_, index) => index % 2 === 0);
  const ys = rest.filter((_, index) => index % 2 === 1);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return { label, x: middleX, y: middleY, width: right - left, height: bottom - top };
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
