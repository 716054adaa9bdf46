import path from 'node:path';
import type { ListedFolder, Listing } from '#main/engine/data/files/listFiles.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';

/** Parts that a data set can bring along. */
export type PartName = 'train' | 'validation' | 'test';

/** Files of one part, in order. */
export interface FileRows {
  readonly count: number;
  /** Where row n lies. */
  file(row: number): string;
  /** Its path below the root, with `/`. */
  name(row: number): string;
  /** Its class; null: there are no classes. */
  label(row: number): string | null;
  part(row: number): PartName;
  bytes(row: number): number;
}

/** A folder of files, understood as classes and parts. */
export interface ClassFolders {
  /** In natural order; null: one flat folder without classes. */
  readonly classNames: readonly string[] | null;
  /** The training part, followed by the validation part where there is one. */
  readonly train: FileRows;
  readonly test: FileRows | null;
  readonly hasValidation: boolean;
  /** Files that lie beside the class folders and have no class. */
  readonly strays: readonly string[];
}

/** Names of folders that hold a part. */
const partNames: Readonly<Record<PartName, RegExp>> = {
  train: /^(train|training)([_-]?(set|data|images))?$|^训练(集|数据)?$/i,
  validation: /^(val|valid|validation|dev)([_-]?(set|data|images))?$|^验证(集|数据)?$/i,
  test: /^(test|testing)([_-]?(set|data|images))?$|^测试(集|数据)?$/i,
};

/** The part that a folder of this name holds; null: none. */
export function partOf(folder: string): PartName | null {
  const found = (Object.keys(partNames) as PartName[]).find((part) => partNames[part].test(folder));
  return found ?? null;
}

interface Group {
  readonly folder: ListedFolder;
  readonly label: string | null;
  readonly part: PartName;
}

/**
 * Understands a folder: `train`, `val` and `test` below the root are parts; a folder below that is a class, with all that
 * lies in it, or by `nested` each folder that holds files, named by its path. A folder that only wraps another is passed
 * through. Files in one folder without others have no class.
 */
export function classFolders(listing: Listing, nested: boolean): ClassFolders {
  const { root } = listing;
  const wrap = wrapping(listing.folders.map(({ names }) => names));
  const below = listing.folders.map((folder) => ({ folder, names: folder.names.slice(wrap) }));
  const parts = new Set(below.map(({ names }) => partOf(names[0] ?? '')));
  const hasParts = parts.has('train') && (parts.has('validation') || parts.has('test'));
  const groups: Group[] = [];
  const flat: Group[] = [];
  const strays: string[] = [];
  for (const { folder, names } of below) {
    const part = hasParts ? partOf(names[0] ?? '') : 'train';
    if (part === null) {
      strays.push(...folder.files.map((name) => [...folder.names, name].join('/')));
      continue;
    }
    const own = hasParts ? names.slice(1) : names;
    const label = own.length === 0 ? null : nested ? own.join('/') : (own[0] ?? null);
    (label === null ? flat : groups).push({ folder, label, part });
  }
  if (groups.length > 0) {
    // A test part without classes stays: it is what a competition asks about.
    for (const group of flat) {
      if (group.part === 'test' && !groups.some(({ part }) => part === 'test')) groups.push(group);
      else {
        const { names, files } = group.folder;
        strays.push(...files.map((name) => [...names, name].join('/')));
      }
    }
  } else groups.push(...flat);
  const labels = new Set(groups.flatMap(({ label }) => (label === null ? [] : [label])));
  const classNames = labels.size === 0 ? null : [...labels].sort(naturalOrder);
  const order = new Map((classNames ?? []).map((name, index) => [name, index]));
  const of = (part: PartName) =>
    groups
      .filter((group) => group.part === part)
      .sort((a, b) => (order.get(a.label ?? '') ?? 0) - (order.get(b.label ?? '') ?? 0));
  const validation = of('validation');
  const test = of('test');
  return {
    classNames,
    train: rowsOf(root, [...of('train'), ...validation]),
    test: test.length === 0 ? null : rowsOf(root, test),
    hasValidation: validation.length > 0,
    strays,
  };
}

/** How many folders lie around everything: an archive often unpacks to one folder that holds the class folders. */
function wrapping(folders: readonly (readonly string[])[]): number {
  const [first = []] = folders;
  let depth = 0;
  // The last folder that files lie in stays, for it may be the only class.
  while (folders.every((names) => names.length > depth + 1 && names[depth] === first[depth])) {
    if (partOf(first[depth] ?? '') !== null) break;
    depth += 1;
  }
  return folders.length === 0 ? 0 : depth;
}

/** Rows of groups one after the other; a file's place is found by its group, so that only names are kept. */
function rowsOf(root: string, groups: readonly Group[]): FileRows {
  const count = groups.reduce((sum, { folder }) => sum + folder.files.length, 0);
  const groupOf = new Uint32Array(count);
  const placeOf = new Uint32Array(count);
  let row = 0;
  for (const [index, { folder }] of groups.entries()) {
    for (let place = 0; place < folder.files.length; place++, row++) {
      groupOf[row] = index;
      placeOf[row] = place;
    }
  }
  const at = (number: number) => {
    const group = groups[groupOf[number] ?? 0];
    if (group === undefined || number >= count) throw new Error(`There is no row ${number}.`);
    const place = placeOf[number] ?? 0;
    return { group, file: group.folder.files[place] ?? '', size: group.folder.sizes[place] ?? 0 };
  };
  return {
    count,
    file: (number) => {
      const { group, file } = at(number);
      return path.join(root, ...group.folder.names, file);
    },
    name: (number) => {
      const { group, file } = at(number);
      return [...group.folder.names, file].join('/');
    },
    label: (number) => at(number).group.label,
    part: (number) => at(number).group.part,
    bytes: (number) => at(number).size,
  };
}

/** The rows of a training part, then those of a validation part that lies elsewhere. */
export function withValidation(train: FileRows, validation: FileRows): FileRows {
  const of =
    <Value>(take: (rows: FileRows, row: number) => Value) =>
    (row: number): Value =>
      row < train.count ? take(train, row) : take(validation, row - train.count);
  return {
    count: train.count + validation.count,
    file: of((rows, row) => rows.file(row)),
    name: of((rows, row) => rows.name(row)),
    label: of((rows, row) => rows.label(row)),
    part: (row) => (row < train.count ? train.part(row) : 'validation'),
    bytes: of((rows, row) => rows.bytes(row)),
  };
}

/** These rows only, in their order. */
export function someRows(rows: FileRows, kept: Uint32Array): FileRows {
  const own = (row: number) => kept[row] ?? rows.count;
  return {
    count: kept.length,
    file: (row) => rows.file(own(row)),
    name: (row) => rows.name(own(row)),
    label: (row) => rows.label(own(row)),
    part: (row) => rows.part(own(row)),
    bytes: (row) => rows.bytes(own(row)),
  };
}
