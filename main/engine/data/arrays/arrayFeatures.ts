import type { ArrayFile } from '#main/engine/data/arrays/arrayFile.ts';
import { isTargetName } from '#main/engine/data/arrays/arrayParts.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import { isTextArray } from '#main/engine/data/arrays/npy.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Feature } from '#shared/data/feature.ts';

/** More class numbers than this are amounts. */
const mostClasses = 10_000;

/** More different texts than this, or than half of the rows, are texts and not classes. */
const mostNames = 1000;

/**
 * The feature that an array holds: `[n, h, w]` and `[n, h, w, c]` pictures, texts, class numbers where they are targets and
 * whole, else numbers. `isTarget`: it is what is to be predicted.
 */
export async function arrayFeature(
  name: string,
  array: ArrayFile,
  isTarget: boolean,
): Promise<Feature> {
  const { shape, type } = array.head;
  const own = shape.slice(1);
  const role = isTarget ? 'target' : 'input';
  const common = { name, role, classes: null } as const;
  if (isTextArray(array.head)) return textFeature(common, array);
  const isSingle = sizeOf(own) === 1;
  if (isTarget && isSingle && isWhole(type)) {
    const classes = await classesIn(array);
    if (classes !== null) {
      return { name, role, kind: 'category', shape: [], dtype: 'int32', classes };
    }
  }
  const dtype = type === 'u1' || type === 'b1' ? 'uint8' : isWhole(type) ? 'int32' : 'float32';
  const channels = own.length === 2 ? 1 : (own[2] ?? 0);
  const isPicture =
    (own.length === 3 && [1, 3, 4].includes(channels)) || (own.length === 2 && dtype === 'uint8');
  if (isPicture) {
    return { ...common, kind: 'image', shape: [own[0] ?? 1, own[1] ?? 1, channels], dtype };
  }
  if (own.length === 2) return { ...common, kind: 'sequence', shape: own, dtype };
  return { ...common, kind: 'number', shape: isSingle ? [] : own, dtype };
}

function isWhole(type: string): boolean {
  return /^[iub]\d/.test(type);
}

type Common = Pick<Feature, 'name' | 'role'> & { readonly classes: null };

async function textFeature(common: Common, array: ArrayFile): Promise<Feature> {
  const names = new Set<string>();
  for await (const cells of pieces(array)) {
    if (cells.type !== 'texts') continue;
    for (const value of cells.values) if (value !== null) names.add(value);
    if (names.size > mostNames) break;
  }
  const isCategory = names.size <= mostNames && names.size <= Math.max(2, array.count / 2);
  return {
    ...common,
    kind: isCategory ? 'category' : 'text',
    shape: [],
    dtype: 'text',
    ...(isCategory
      ? { classes: names.size, classNames: [...names].sort(naturalOrder) }
      : { classes: null }),
  };
}

/** One more than the largest class number; null: the numbers are no class numbers. */
async function classesIn(array: ArrayFile): Promise<number | null> {
  let largest = -1;
  for await (const cells of pieces(array)) {
    if (cells.type !== 'numbers') return null;
    for (const value of cells.values) {
      if (value < 0 || value >= mostClasses) return null;
      largest = Math.max(largest, value);
    }
  }
  return largest < 0 ? null : Math.max(2, largest + 1);
}

/** Rows of a piece while a column of single values is looked through. */
const pieceRows = 65_536;

async function* pieces(array: ArrayFile) {
  for (let from = 0; from < array.count; from += pieceRows) {
    yield await array.read(from, Math.min(pieceRows, array.count - from), []);
  }
}

/** Where several arrays have no name that speaks of targets: the one of single whole numbers beside larger ones. */
export function targetAmong(arrays: ReadonlyMap<string, ArrayFile>): ReadonlySet<string> {
  const named = [...arrays.keys()].filter(isTargetName);
  if (named.length > 0 && named.length < arrays.size) return new Set(named);
  const single = [...arrays].filter(([, { head }]) => {
    const isOne = sizeOf(head.shape.slice(1)) === 1;
    return isOne && (isWhole(head.type) || isTextArray(head));
  });
  return new Set(single.length === 1 && arrays.size > 1 ? [single[0]?.[0] ?? ''] : []);
}
