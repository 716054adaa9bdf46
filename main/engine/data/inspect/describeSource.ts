import path from 'node:path';
import { describeCells } from '#main/engine/data/inspect/describeCells.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { DataReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/**
 * What a source is and holds: by its own statistics where it has them, else by reading it. `source` names it. Problems:
 * those of reading. An abort throws the signal's reason.
 */
export async function describeSource(
  opened: OpenedSource,
  tell: (fraction: number) => void,
  signal: AbortSignal,
  source: DataSource | null = null,
): Promise<Result<DataReport>> {
  try {
    const described = await (opened.describe?.(tell, signal) ?? null);
    const counted =
      described === null
        ? await describeCells(opened, tell, signal)
        : { features: described, problems: [] };
    const duplicates = await (opened.countDuplicates?.(signal) ?? null);
    return ok({
      name: nameOf(source),
      bytes: opened.bytes,
      trainCount: opened.train.count,
      testCount: opened.test?.count ?? 0,
      features: counted.features,
      duplicates,
      // Last: describing finds problems too.
      problems: [...opened.problems, ...counted.problems],
    });
  } catch (error) {
    if (error instanceof ReadFailure) return fail(error.problem);
    throw error;
  }
}

/** The name of the file or folder that a source reads first; null: it reads none. */
function nameOf(source: DataSource | null): string | null {
  if (source === null) return null;
  const definition = findSource(source.kind);
  const [name] = Object.entries(definition?.params ?? {}).flatMap(([param, { type, ...rest }]) => {
    const value = source.params[param];
    const isPath = type === 'text' && 'path' in rest;
    return isPath && typeof value === 'string' && value !== '' ? [path.basename(value)] : [];
  });
  return name ?? null;
}
