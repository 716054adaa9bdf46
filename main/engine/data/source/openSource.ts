import { readers } from '#main/engine/data/readers/index.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, refuse, withoutFixes } from '#shared/problems/problem.ts';

/** What of a recipe says what is read. */
export type SourceRecipe = Pick<DataRecipe, 'source' | 'features'>;

/**
 * Opens the source of a recipe; whoever does closes it. `tell` hears how far it is, 0 to 1. Problems: `data.noSource`, `data.unknownSource`,
 * `data.sourceIncomplete`, those of the parameters and of the reader.
 */
export async function openSource(
  { source, features }: SourceRecipe,
  folder: string | null,
  signal: AbortSignal = new AbortController().signal,
  tell?: (fraction: number) => void,
): Promise<Result<OpenedSource>> {
  if (source === null) return refuse('data.noSource');
  const definition = findSource(source.kind);
  const reader = readers.find(({ kind }) => kind === source.kind);
  if (definition === undefined || reader === undefined) {
    return refuse('data.unknownSource', { kind: source.kind });
  }
  const { values, problems } = parseParams(definition.params, source.params);
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) return fail(withoutFixes(wrong));
  const missing = definition.missing(values);
  if (missing.length > 0) {
    return refuse('data.sourceIncomplete', {
      source: definition.title.en,
      sourceChinese: definition.title['zh-CN'],
      params: missing,
    });
  }
  return reader.open(values, {
    folder,
    features: definition.features?.(values) ?? features,
    signal,
    ...(tell === undefined ? {} : { tell }),
  });
}
