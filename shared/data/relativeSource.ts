import type { DataSource } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';

/**
 * A source whose paths inside `folder` (absolute) are written from there, with `/`, so that a document and its data can move
 * together; others stay as they are.
 */
export function relativeSource(source: DataSource | null, folder: string): DataSource | null {
  const table = source === null ? undefined : findSource(source.kind)?.params;
  if (source === null || table === undefined) return source;
  const params = Object.entries(source.params).map(([name, value]) => {
    const param = table[name];
    const isPath = param?.type === 'text' && param.path !== undefined;
    return [name, isPath && typeof value === 'string' ? relative(value, folder) : value] as const;
  });
  return { ...source, params: Object.fromEntries(params) };
}

function relative(path: string, folder: string): string {
  const way = path.replaceAll('\\', '/');
  const root = folder.replaceAll('\\', '/').replace(/\/*$/, '/');
  if (`${way}/` === root) return '.';
  return way.startsWith(root) ? way.slice(root.length) : path;
}
