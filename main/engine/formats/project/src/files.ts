import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Cells } from './arithmetic/cells.ts';
import type { Columns } from './cells.ts';

/** A file that is one example. */
export interface ExampleFile {
  readonly file: string;
  /** Its path below the folder, with `/`. */
  readonly name: string;
  /** Name of the folder that is its class; null: it has none. */
  readonly label: string | null;
  readonly part: 'train' | 'validation' | 'test';
}

/** Which files are examples, and which folder names a class. */
export interface FolderFormat {
  /** Endings of files, in lower case. */
  readonly endings: readonly string[];
  /** True: every folder with files is a class of its own, else the first one below. */
  readonly isNested: boolean;
}

const parts = {
  train: /^(train|training)([_-]?(set|data|images))?$|^训练(集|数据)?$/i,
  validation: /^(val|valid|validation|dev)([_-]?(set|data|images))?$|^验证(集|数据)?$/i,
  test: /^(test|testing)([_-]?(set|data|images))?$|^测试(集|数据)?$/i,
};
const collator = new Intl.Collator('en', { numeric: true });

/** `class 2` before `class 10`. */
export function naturalOrder(left: string, right: string): number {
  return collator.compare(left, right) || (left < right ? -1 : Number(left > right));
}

/** The part that a folder of this name holds; null: none. */
export function partOf(folder: string): ExampleFile['part'] | null {
  const names = ['train', 'validation', 'test'] as const;
  return names.find((part) => parts[part].test(folder)) ?? null;
}

/** A folder and the files in it that were asked for. */
export interface Folder {
  readonly names: readonly string[];
  readonly files: readonly string[];
}

/** Folders with files that end so, in order. */
export function listFolders(root: string, endings: readonly string[]): Folder[] {
  const found: Folder[] = [];
  const visit = (names: readonly string[]) => {
    const files: string[] = [];
    const inner: string[] = [];
    for (const name of readdirSync(path.join(root, ...names))) {
      if (name.startsWith('.') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name)) continue;
      if (statSync(path.join(root, ...names, name)).isDirectory()) inner.push(name);
      else if (endings.includes(path.extname(name).slice(1).toLowerCase())) files.push(name);
    }
    if (files.length > 0) found.push({ names, files: files.sort() });
    for (const name of inner.sort(naturalOrder)) visit([...names, name]);
  };
  visit([]);
  return found;
}

/** How many folders only wrap others; the last that files lie in stays, for it may be the only class. */
function wrapping(folders: readonly Folder[]): number {
  const first = folders[0]?.names ?? [];
  const isShared = (depth: number) =>
    folders.every(({ names }) => names.length > depth + 1 && names[depth] === first[depth]);
  let depth = 0;
  while (isShared(depth) && partOf(first[depth] ?? '') === null) depth += 1;
  return folders.length === 0 ? 0 : depth;
}

/**
 * The files of a folder as examples, ordered by part and class: folders `train`, `val` and `test` are parts, a folder below is a
 * class. A single file is one example without a class.
 */
export function listExamples(root: string, { endings, isNested }: FolderFormat): ExampleFile[] {
  if (statSync(root).isFile()) {
    return [{ file: root, name: path.basename(root), label: null, part: 'train' }];
  }
  const folders = listFolders(root, endings);
  const wrap = wrapping(folders);
  const below = folders.map((folder) => ({ folder, names: folder.names.slice(wrap) }));
  const known = new Set(below.map(({ names }) => partOf(names[0] ?? '')));
  const hasParts = known.has('train') && (known.has('validation') || known.has('test'));
  const groups = below.flatMap(({ folder, names }) => {
    const part = hasParts ? partOf(names[0] ?? '') : 'train';
    const own = hasParts ? names.slice(1) : names;
    const label = isNested && own.length > 0 ? own.join('/') : (own[0] ?? null);
    return part === null ? [] : [{ folder, part, label }];
  });
  const labels = [...new Set(groups.flatMap(({ label }) => label ?? []))].sort(naturalOrder);
  // Beside class folders only a test part may be without classes.
  const kept = groups.filter(
    ({ label, part }) =>
      label !== null ||
      labels.length === 0 ||
      (part === 'test' && !groups.some((each) => each.part === 'test' && each.label !== null)),
  );
  const order = ['train', 'validation', 'test'];
  kept.sort(
    (a, b) =>
      order.indexOf(a.part) - order.indexOf(b.part) ||
      Math.max(0, labels.indexOf(a.label ?? '')) - Math.max(0, labels.indexOf(b.label ?? '')),
  );
  return kept.flatMap(({ folder, label, part }) =>
    folder.files.map((name) => ({
      file: path.join(root, ...folder.names, name),
      name: [...folder.names, name].join('/'),
      label,
      part,
    })),
  );
}

/** Examples as columns: `label`, `part`, `file` and, under the name `content`, what `read` reads of them. */
export async function fileColumns(
  examples: readonly ExampleFile[],
  names: readonly string[],
  content: string,
  read: (files: readonly string[]) => Promise<Cells>,
): Promise<Columns> {
  const columns: Record<string, Cells> = {};
  const texts = (of: (example: ExampleFile) => string | null): Cells => ({
    type: 'texts',
    values: examples.map(of),
  });
  for (const name of names) {
    if (name === content) columns[name] = await read(examples.map(({ file }) => file));
    else if (name === 'label') columns[name] = texts(({ label }) => label);
    else if (name === 'part') columns[name] = texts(({ part }) => part);
    else columns[name] = texts((example) => example.name);
  }
  return columns;
}

/** Examples to train with, and the test part where the folder has one. */
export function dividedExamples(
  examples: readonly ExampleFile[],
  test: readonly ExampleFile[] | null,
): { readonly train: readonly ExampleFile[]; readonly test: readonly ExampleFile[] | null } {
  const own = examples.filter(({ part }) => part === 'test');
  const ofTest = test?.filter(({ part }) => part === 'test') ?? own;
  const given = test !== null && ofTest.length === 0 ? test : ofTest;
  return {
    train: examples.filter(({ part }) => part !== 'test'),
    test: given.length === 0 ? null : given,
  };
}
