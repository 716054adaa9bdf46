import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';

/**
 * Where a host may read and write. The web host is limited to the folders that the user allows, since what speaks to it
 * is a browser; the window and the command line act with the user's own rights (`null`: anywhere).
 */
export class AllowedPaths {
  readonly #roots: readonly string[] | null;
  readonly #own: readonly string[];

  /** `own` are folders of the program that may be used too, but are not offered: the runs of unsaved documents. */
  constructor(roots: readonly string[] | null, own: readonly string[] = []) {
    this.#roots = roots === null ? null : [...new Set(roots.map((root) => resolve(root)))];
    this.#own = own;
  }

  /** The folders; null: anywhere. */
  get roots(): readonly string[] | null {
    return this.#roots;
  }

  /** Refuses a relative path (`core.relativePath`) and, after following links, one outside (`core.pathOutside`). */
  async check(path: string): Promise<Result<null>> {
    if (!isAbsolute(path) || path.includes('\0')) return refuse('core.relativePath', { path });
    if (this.#roots === null) return ok(null);
    const real = await realPathOf(resolve(path));
    for (const root of [...this.#roots, ...this.#own]) {
      if (isInside(real, await realPathOf(root))) return ok(null);
    }
    return refuse('core.pathOutside', { path, allowed: this.#roots.join(', ') });
  }
}

/** Real path of what may not exist yet: that of its nearest existing folder, and the rest. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPathOf(parent), relative(parent, path));
  }
}

/** True for the folder itself and everything below it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way.split(/[\\/]/)[0] !== '..');
}
