import type { JsonObject } from '#shared/document/json.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { version1To2 } from '#shared/document/migrations/version1To2.ts';

/** Turns a document of one version into one of the next. Gets JSON, gives JSON; the input is not changed. */
export type Migration = (document: JsonObject) => JsonObject;

/**
 * Migrations by the version that they start from: the one under 1 makes version 2. A change of the format raises
 * `documentVersion` and adds its entry, in a file of its own named after both versions.
 */
const migrations: Readonly<Record<number, Migration>> = { 1: version1To2 };

/** Brings a document up to a version, step by step. Problem: `document.oldVersion` where a step is missing. */
export function migrate(
  document: JsonObject,
  from: number,
  to: number,
  table: Readonly<Record<number, Migration>> = migrations,
): Result<JsonObject> {
  let current = document;
  for (let version = from; version < to; version += 1) {
    const migration = table[version];
    if (migration === undefined) {
      return refuse('document.oldVersion', { version: from, known: to });
    }
    current = { ...migration(current), version: version + 1 };
  }
  return ok(current);
}
