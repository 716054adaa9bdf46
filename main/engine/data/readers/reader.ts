import path from 'node:path';
import type { NumberArray } from '#main/engine/data/table.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** The arrays of one part of a source, one for each of its features, in their order. */
export type Arrays = readonly NumberArray[];

/** What a source's reader gives. */
export interface RawDataset {
  readonly train: Arrays;
  readonly test: Arrays | null;
}

/** Reads one kind of source. One reader is one file; the source itself is described in shared/data/sources. */
export interface Reader {
  readonly kind: string;
  /**
   * `params` are complete and valid by the source's table. `folder`: the document's, from which paths count; null: it is
   * not saved yet.
   */
  read(params: ParamValues, folder: string | null): Promise<Result<RawDataset>>;
}

/** A path of a document. Problem: `data.relativePath`, where the document has no folder yet. */
export function resolvePath(given: unknown, folder: string | null): Result<string> {
  const file = String(given);
  if (path.isAbsolute(file)) return ok(file);
  return folder === null ? refuse('data.relativePath', { file }) : ok(path.resolve(folder, file));
}
