import type { DataSource } from '#shared/data/data.ts';
import { relativeSource } from '#shared/data/relativeSource.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { folderOf, joinPath } from '#renderer/parts/text/filePaths.ts';

/**
 * A document's source when its file is written to another place: what lies beside the file is named from there, and what
 * was named from its old place is still found. `from` null: it was not saved before.
 */
export function movedSource(
  source: DataSource | null,
  from: string | null,
  to: string,
): DataSource | null {
  const table = source === null ? undefined : findSource(source.kind)?.params;
  if (source === null || table === undefined) return source;
  const params = Object.entries(source.params).map(([name, value]) => {
    const param = table[name];
    const isPath = param?.type === 'text' && param.path !== undefined;
    const isRelative = typeof value === 'string' && value !== '' && !isAbsolute(value);
    return [
      name,
      isPath && isRelative && from !== null ? joinPath(folderOf(from), value) : value,
    ] as const;
  });
  const moved = relativeSource({ ...source, params: Object.fromEntries(params) }, folderOf(to));
  return JSON.stringify(moved) === JSON.stringify(source) ? source : moved;
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[a-z]:[/\\])/i.test(path);
}
