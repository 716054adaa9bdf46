/** The separator that a path uses. */
function separatorOf(path: string): '/' | '\\' {
  return path.includes('\\') && !path.includes('/') ? '\\' : '/';
}

/** A folder below another. */
export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** The folder that a file lies in. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf(separatorOf(path));
  return at <= 0 ? path.slice(0, 1) : path.slice(0, at);
}

/** A document's name as the name of a folder: what file systems refuse becomes `-`. */
export function folderName(name: string): string {
  const safe = Array.from(name, (sign) => (sign < ' ' || '<>:"/\\|?*'.includes(sign) ? '-' : sign))
    .join('')
    .replace(/[. ]+$/, '')
    .trim();
  return safe === '' ? 'network' : safe;
}
