import { createRequire } from 'node:module';
import path from 'node:path';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Folder of an npm package that brings data, or `data.packageMissing`. Its manifest need not be exported. */
export function packageFolder(name: string): Result<string> {
  const require = createRequire(import.meta.url);
  try {
    return ok(path.dirname(require.resolve(`${name}/package.json`)));
  } catch {
    return packageAbove(require, name);
  }
}

/** A package whose `exports` hide its manifest: found by the entry that it does export. */
function packageAbove(require: NodeJS.Require, name: string): Result<string> {
  const inside = path.join('node_modules', ...name.split('/'));
  try {
    const entry = require.resolve(name);
    const at = entry.lastIndexOf(inside);
    if (at >= 0) return ok(entry.slice(0, at + inside.length));
  } catch {
    // Said below.
  }
  return refuse('data.packageMissing', { name });
}
