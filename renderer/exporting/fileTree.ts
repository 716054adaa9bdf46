import type { ExportedFile } from '#shared/protocol/types.ts';

/** One line of the tree: a folder or a file. */
export interface TreeLine {
  readonly name: string;
  readonly depth: number;
  /** null: a folder. */
  readonly file: ExportedFile | null;
}

/** Files and their folders as lines, folders first at each depth, in the order of their names. */
export function treeLines(files: readonly ExportedFile[]): readonly TreeLine[] {
  return linesBelow(files, '', 0);
}

function linesBelow(
  files: readonly ExportedFile[],
  prefix: string,
  depth: number,
): readonly TreeLine[] {
  const inside = files.filter(({ path }) => path.startsWith(prefix));
  const folders = new Set<string>();
  const here: TreeLine[] = [];
  for (const file of inside) {
    const rest = file.path.slice(prefix.length);
    const slash = rest.indexOf('/');
    if (slash === -1) here.push({ name: rest, depth, file });
    else folders.add(rest.slice(0, slash));
  }
  return [
    ...[...folders]
      .sort()
      .flatMap((name): readonly TreeLine[] => [
        { name, depth, file: null },
        ...linesBelow(inside, `${prefix}${name}/`, depth + 1),
      ]),
    ...here.sort((a, b) => a.name.localeCompare(b.name)),
  ];
}

/** The file to show first: the model's code where there is one. */
export function firstFile(files: readonly ExportedFile[]): ExportedFile | null {
  return (
    files.find(({ path }) => /(^|\/)model\.(ts|py)$/.test(path)) ??
    files.find(({ text }) => text !== null) ??
    files[0] ??
    null
  );
}
