import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The package that a Python program lacked, as its last words name it; null: it ended for another reason, or because of a file of
 * its own folder.
 */
export function missingModule(output: string, folder: string): string | null {
  const found = /ModuleNotFoundError: No module named '([\w.]+)'\s*$/.exec(output)?.[1];
  const [module = ''] = found?.split('.') ?? [];
  return module === '' || existsSync(path.join(folder, `${module}.py`)) ? null : module;
}
