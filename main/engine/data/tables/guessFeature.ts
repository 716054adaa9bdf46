import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import type { Counted, Measured } from '#main/engine/data/tables/measure.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Whole numbers without a gap are classes where there are at most so many. */
const numberedClasses = 20;

/** Texts are classes where at most so many differ. */
const namedClasses = 200;

/** Characters of a class's name. */
const longestClassName = 80;

/** Names of columns that number or name rows. */
const idName =
  /(^|[_\s.-])(id|uuid|guid|index|idx|no|key)$|^(id|rowid|row|index|unnamed: 0)$|[a-z]Id$|编号|序号|学号|工号|证件/i;

/** True where a column of numbers may be the numbers of classes: whole, few, without a gap, each often. */
export function mayBeClasses(taken: Taken, measured: Measured): boolean {
  const { numbers, distinct, usable, isWhole } = measured;
  if (taken !== 'number' || !isWhole || numbers === null) return false;
  const span = numbers.max - numbers.min + 1;
  const starts = numbers.min === 0 || numbers.min === 1;
  return starts && span <= numberedClasses && distinct >= span * 0.9 && usable >= 5 * distinct;
}

/** True where a column of texts may hold names of classes. */
export function mayBeNames(taken: Taken, { distinct, usable, numbers }: Measured): boolean {
  if (taken === 'truth') return true;
  if (taken !== 'text' || numbers === null || numbers.max > longestClassName) return false;
  if (distinct <= 2) return true;
  return (
    distinct <= namedClasses * 1.1 &&
    distinct <= Math.max(20, usable / 10) &&
    distinct <= usable / 2
  );
}

/** The feature of a column, with kind and role as its content suggests. */
export function guessFeature(
  name: string,
  taken: Taken,
  measured: Measured,
  counted: Counted,
): Feature {
  const common = { name, role: 'input', classes: null } as const;
  if (taken === 'truth') {
    return {
      ...common,
      kind: 'category',
      shape: [],
      dtype: 'text',
      classes: 2,
      classNames: ['false', 'true'],
    };
  }
  if (mayBeClasses(taken, measured) || mayBeNames(taken, measured)) {
    const values = counted.values;
    const isFew = values !== null && values.length > 0 && values.length <= namedClasses;
    if (isFew) {
      const classNames = values.map(({ value }) => value).sort(naturalOrder);
      const kind = 'category' as const;
      return { ...common, kind, shape: [], dtype: 'text', classes: classNames.length, classNames };
    }
  }
  const role = isIdentity(name, taken, measured) || measured.usable === 0 ? 'ignored' : 'input';
  if (taken === 'list') {
    const length = measured.numbers?.min === measured.numbers?.max ? measured.numbers?.max : null;
    const isUneven = length === null || length === undefined;
    const shape = isUneven ? null : [length];
    return {
      ...common,
      role: isUneven ? 'ignored' : role,
      kind: 'sequence',
      shape,
      dtype: 'float32',
    };
  }
  // A column without any value says nothing of its kind.
  const isEmpty = measured.usable === 0;
  if (taken === 'number' || isEmpty) {
    return { ...common, role, kind: 'number', shape: [], dtype: 'float32' };
  }
  return {
    ...common,
    role,
    kind: taken === 'date' ? 'date' : 'text',
    shape: [],
    dtype: taken === 'date' ? 'float32' : 'text',
  };
}

/** True where a column names or numbers its rows: every value is another. */
function isIdentity(name: string, taken: Taken, measured: Measured): boolean {
  const { distinct, usable, numbers, isWhole } = measured;
  // `distinct` is an estimate.
  if (usable < 10 || distinct < usable * 0.9 || numbers === null) return false;
  if (taken === 'number') {
    if (!isWhole) return false;
    const span = numbers.max - numbers.min + 1;
    return idName.test(name) || span === usable;
  }
  if (taken !== 'text') return false;
  const isShort = numbers.max <= 64;
  return idName.test(name) || (isShort && numbers.mean < 40 && numbers.deviation < 6);
}
