import path from 'node:path';
import type { OutputFile } from '#main/engine/formats/format.ts';
import { sourceText } from '#main/engine/formats/sourceText.ts';
import type { CarriedFile } from '#shared/codegen/printedProject.ts';

/** Folders whose files import their neighbours. */
const rooms: readonly string[] = ['shared/data/arithmetic', 'shared/data/python'];

/** Files of TypeScript that an export carries, with the neighbours that they import. */
export function carriedTypeScript(carried: readonly CarriedFile[]): OutputFile[] {
  return withNeighbours(carried, /from '\.\/(\w+)\.ts'/gu);
}

/**
 * Files of Python that an export carries, with the neighbours that they import. Those lie in a package of the export, in which
 * a neighbour is imported with a point before its name.
 */
export function carriedPython(carried: readonly CarriedFile[]): OutputFile[] {
  const files = withNeighbours(carried, /^from (\w+) import/gmu);
  const names = new Set(files.map(({ path: name }) => name));
  return files.map(({ path: name, content }) => {
    const folder = path.posix.dirname(name);
    if (folder === '.') return { path: name, content };
    const text = content.replace(/^from (\w+) import/gmu, (line, module: string) =>
      names.has(`${folder}/${module}.py`) ? `from .${module} import` : line,
    );
    return { path: name, content: text };
  });
}

type TextFile = OutputFile & { readonly content: string };

function withNeighbours(carried: readonly CarriedFile[], imports: RegExp): TextFile[] {
  const files = new Map<string, TextFile>();
  const add = ({ path: target, source }: CarriedFile) => {
    if (files.has(target)) return;
    const content = sourceText(source);
    files.set(target, { path: target, content });
    const room = path.posix.dirname(source);
    if (!rooms.includes(room)) return;
    const ending = path.posix.extname(source);
    for (const [, name = ''] of content.matchAll(imports)) {
      if (!hasSource(`${room}/${name}${ending}`)) continue;
      add({
        path: path.posix.join(path.posix.dirname(target), `${name}${ending}`),
        source: `${room}/${name}${ending}`,
      });
    }
  };
  carried.forEach(add);
  return [...files.values()];
}

/** Python's own modules are imported alike. */
function hasSource(source: string): boolean {
  try {
    sourceText(source);
    return true;
  } catch {
    return false;
  }
}
