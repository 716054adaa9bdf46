import path from 'node:path';
import type { OutputFile } from '#main/engine/formats/format.ts';
import { sourceText } from '#main/engine/formats/sourceText.ts';
import type { CarriedFile } from '#shared/codegen/printedProject.ts';

/** Folders whose files import their neighbours. */
const rooms: readonly string[] = ['shared/data/arithmetic', 'shared/data/python'];

/** Our own files that an export carries, with the neighbours that they import. `imports` finds the names of those. */
export function carriedFiles(carried: readonly CarriedFile[], imports: RegExp): OutputFile[] {
  const files = new Map<string, OutputFile>();
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
