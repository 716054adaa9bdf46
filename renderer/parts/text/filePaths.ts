/** The folder that holds a path, as the path's system writes it; empty for a bare name. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  if (end < 0) return '';
  return end === 0 ? path.slice(0, 1) : path.slice(0, end);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A name in a folder, with the separator that the folder's path uses. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** A path with the home folder written as `~`. */
export function shortPath(path: string, homeFolder: string | undefined): string {
  if (homeFolder === undefined || homeFolder === '' || !path.startsWith(homeFolder)) return path;
  const rest = path.slice(homeFolder.length);
  return rest === '' || rest.startsWith('/') || rest.startsWith('\\') ? `~${rest}` : path;
}

/** A path as the user may write it, `~` for the home folder, in full. */
export function fullPath(path: string, homeFolder: string | undefined): string {
  if (homeFolder === undefined || homeFolder === '' || !/^~(?=$|[/\\])/.test(path)) return path;
  return `${homeFolder}${path.slice(1)}`;
}
