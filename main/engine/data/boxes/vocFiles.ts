import type { BoxPlace } from '#main/engine/data/boxes/boxFaults.ts';
import {
  boxFault,
  boxLine,
  entryProblem,
  unknownClass,
} from '#main/engine/data/boxes/boxFaults.ts';
import type { XmlElement } from '#main/engine/data/boxes/xml.ts';
import { readXml, textIn } from '#main/engine/data/boxes/xml.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** Width and height of a picture in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A file of Pascal VOC. */
export interface VocFile {
  readonly objects: readonly XmlElement[];
  /** null: the file does not say it, or says 0. */
  readonly size: PixelSize | null;
}

/** Reads a file of Pascal VOC. Problems: `boxes.badXml`, `boxes.notVoc`. */
export function readVoc(text: string, file: string, shown: string): Result<VocFile> {
  const place = { place: { file } };
  const parsed = readXml(text.replace(/^\ufeff/, ''));
  if (!('root' in parsed)) {
    return refuse('boxes.badXml', { file: shown, line: parsed.line, text: parsed.found }, place);
  }
  const { root } = parsed;
  if (root.name !== 'annotation') {
    return refuse('boxes.notVoc', { file: shown, root: root.name.slice(0, 80) }, place);
  }
  const given = root.children.find(({ name }) => name === 'size');
  const [width, height] = ['width', 'height'].map((name) => Number(textIn(given, name) ?? 0));
  const isKnown = width !== undefined && height !== undefined && width > 0 && height > 0;
  return ok({
    objects: root.children.filter(({ name }) => name === 'object'),
    size: isKnown ? { width, height } : null,
  });
}

/** Name of an object's class; null: it has none. */
export function vocClass(object: XmlElement): string | null {
  const name = textIn(object, 'name');
  return name === '' ? null : name;
}

/**
 * The boxes of a file as the feature holds them. Corners count in pixels from the picture's own corner, as most programs write
 * them. Problems: `boxes.incomplete`, those of `boxFault`.
 */
export function vocBoxes(
  objects: readonly XmlElement[],
  { width, height }: PixelSize,
  classNames: readonly string[],
  { file, shown }: Pick<BoxPlace, 'file' | 'shown'>,
): Result<string> {
  const lines: string[] = [];
  for (const [index, object] of objects.entries()) {
    const number = index + 1;
    const entry = { en: `Object ${number}`, 'zh-CN': `第 ${number} 个目标` };
    const place: BoxPlace = { file, shown, entry };
    const name = vocClass(object);
    const corners = object.children.find((each) => each.name === 'bndbox');
    const [left, top, right, bottom] = ['xmin', 'ymin', 'xmax', 'ymax'].map((each) => {
      const text = textIn(corners, each) ?? '';
      return text === '' ? NaN : Number(text);
    }) as [number, number, number, number];
    if (name === null || ![left, top, right, bottom].every(Number.isFinite)) {
      return fail(entryProblem('boxes.incomplete', place));
    }
    const label = classNames.indexOf(name);
    if (label < 0) return fail(unknownClass(name, classNames, place));
    const box = {
      label,
      x: (left + right) / 2 / width,
      y: (top + bottom) / 2 / height,
      width: (right - left) / width,
      height: (bottom - top) / height,
    };
    const fault = boxFault(box, classNames, place);
    if (fault !== null) return fail(fault);
    lines.push(boxLine(box));
  }
  return ok(lines.join('\n'));
}
