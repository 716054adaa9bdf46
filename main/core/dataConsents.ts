import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isInside } from '#main/core/allowedPaths.ts';
import type { AllowedPaths } from '#main/core/allowedPaths.ts';
import { jsonFile } from '#main/workspace/jsonFile.ts';
import { findSource } from '#shared/data/sources/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Paths that are remembered; the oldest are forgotten. */
const mostPaths = 1000;

const schema = z.strictObject({
  /** Chosen by the user: any document may read them. */
  chosen: z.array(z.string()),
  /** Agreed to for one document: paths by document id. */
  documents: z.record(z.string(), z.array(z.string())),
});

/** Which data outside their folders documents may read: a document from elsewhere must not reach for any file it likes. */
export interface DataConsents {
  /** The user chose these files or folders as data. */
  choose(paths: readonly string[]): Promise<void>;
  /** The user agrees to what this document names. */
  allow(document: StrataDocument, path: string | null): Promise<Result<null>>;
  /** Refuses a document whose data lie outside its folder without consent: `core.dataOutside`, `core.pathOutside`. */
  check(document: StrataDocument, path: string | null): Promise<Result<null>>;
}

/** Consents kept in a file. `allowed`: where the host may go at all. */
export function dataConsents(file: string, allowed: AllowedPaths): DataConsents {
  const kept = jsonFile(file, schema, { chosen: [], documents: {} });
  return {
    async choose(paths) {
      const own = await Promise.all(paths.map((path) => realOf(path)));
      const before = await kept.read();
      const chosen = [...new Set([...before.chosen, ...own])];
      if (chosen.length === before.chosen.length) return;
      await kept.write({ ...before, chosen: chosen.slice(-mostPaths) });
    },
    async allow(document, path) {
      const outside = await outsideOf(document, path);
      for (const each of outside) {
        const may = await allowed.check(each);
        if (!may.ok) return may;
      }
      const before = await kept.read();
      const known = before.documents[document.id] ?? [];
      const documents = {
        ...before.documents,
        [document.id]: [...new Set([...known, ...outside])],
      };
      await kept.write({ ...before, documents });
      return ok(null);
    },
    async check(document, path) {
      const outside = await outsideOf(document, path);
      if (outside.length === 0) return ok(null);
      const { chosen, documents } = await kept.read();
      const agreed = [...chosen, ...(documents[document.id] ?? [])];
      for (const each of outside) {
        const may = await allowed.check(each);
        if (!may.ok) return may;
        if (agreed.some((root) => isInside(each, root))) continue;
        return refuse(
          'core.dataOutside',
          { path: each, document: document.name },
          { place: { param: 'data.source', file: each } },
        );
      }
      return ok(null);
    },
  };
}

/** Real paths of the data that a document names outside its own folder. A relative path without a folder is none yet. */
async function outsideOf(
  document: StrataDocument,
  path: string | null,
): Promise<readonly string[]> {
  const { source } = document.data;
  const table = source === null ? undefined : findSource(source.kind)?.params;
  if (source === null || table === undefined) return [];
  const folder = path === null ? null : await realOf(dirname(path));
  const outside: string[] = [];
  for (const [name, param] of Object.entries(table)) {
    const given = source.params[name];
    if (param.type !== 'text' || param.path === undefined) continue;
    if (typeof given !== 'string' || given === '') continue;
    if (folder === null && !isAbsolute(given)) continue;
    const real = await realOf(resolve(folder ?? '/', given));
    if (folder === null || !isInside(real, folder)) outside.push(real);
  }
  return outside;
}

/** Where links lead; what does not exist stays as it is. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}
