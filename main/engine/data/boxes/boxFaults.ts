import type { Box } from '#shared/data/arithmetic/boxes.ts';
import type { LocalText, Problem } from '#shared/problems/problem.ts';

/** Where a box is written. */
export interface BoxPlace {
  readonly file: string;
  /** The file's name as problems say it. */
  readonly shown: string;
  /** Line, annotation or object in it. */
  readonly entry: LocalText;
}

/** How far a box may lie outside of its picture by rounding, as part of the picture. */
const tolerance = 0.01;

/** Names of classes that a problem lists. */
const namesListed = 12;

/** A problem with an entry of a file. */
export function entryProblem(
  code: string,
  { file, shown, entry: { en: entry, 'zh-CN': entryChinese } }: BoxPlace,
  values: Problem['values'] = {},
): Problem {
  return {
    code,
    severity: 'error',
    values: { file: shown, entry, entryChinese, ...values },
    place: { file },
  };
}

/**
 * Why a box cannot be one in a picture; null: it can. `classNames` null: they are not known yet. Problems: `boxes.negative`,
 * `boxes.outside`, `boxes.unknownClass`.
 */
export function boxFault(
  { label, x, y, width, height }: Box,
  classNames: readonly string[] | null,
  place: BoxPlace,
): Problem | null {
  const box = [x, y, width, height].map((value) => Number(value.toPrecision(3))).join(' ');
  if (width < 0 || height < 0) return entryProblem('boxes.negative', place, { box });
  const isInside = [x - width / 2, y - height / 2].every((value) => value >= -tolerance);
  if (!isInside || x + width / 2 > 1 + tolerance || y + height / 2 > 1 + tolerance) {
    return entryProblem('boxes.outside', place, { box });
  }
  if (classNames === null || label < classNames.length) return null;
  return unknownClass(String(label), classNames, place);
}

/** A class that is none of those that are known. */
export function unknownClass(
  name: string,
  classNames: readonly string[],
  place: BoxPlace,
): Problem {
  const more = classNames.length > namesListed ? ', …' : '';
  return entryProblem('boxes.unknownClass', place, {
    class: name.slice(0, 80),
    count: classNames.length,
    names: classNames.slice(0, namesListed).join(', ') + more,
  });
}

/** A box as the feature holds it. */
export function boxLine({ label, x, y, width, height }: Box): string {
  return [label, x, y, width, height].join(' ');
}
