import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this project, wherever its compiled files lie. */
export const projectFolder = findProject(__dirname);

function findProject(folder: string): string {
  const parent = path.dirname(folder);
  const isFound = existsSync(path.join(folder, 'package.json')) || parent === folder;
  return isFound ? folder : findProject(parent);
}
