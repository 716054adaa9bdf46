import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The source of one of our own files that exports carry, by its path below the project's folder
 * (`main/engine/layers/precision.ts`). The built program keeps such files in `sources` beside it; run from the
 * sources they are read where they lie.
 */
export function sourceText(relativePath: string): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = path.join(here, 'sources', relativePath);
  const original = path.join(here, '../../..', relativePath);
  return readFileSync(existsSync(built) ? built : original, 'utf8');
}
