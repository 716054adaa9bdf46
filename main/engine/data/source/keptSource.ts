import { openSource } from '#main/engine/data/source/openSource.ts';
import type { SourceRecipe } from '#main/engine/data/source/openSource.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Result } from '#shared/problems/problem.ts';

let kept: { readonly key: string; readonly opened: Promise<Result<OpenedSource>> } | null = null;

/**
 * The source of a recipe, kept open for the next question about the same one: a preview is asked for with every change of a
 * step. Whoever asks does not close it; `closeKept` lets go of it.
 */
export function keptSource(
  recipe: SourceRecipe,
  folder: string | null,
): Promise<Result<OpenedSource>> {
  const key = JSON.stringify([recipe.source, recipe.features, folder]);
  if (kept?.key === key) return kept.opened;
  void closeKept();
  const opened = openSource(recipe, folder);
  kept = { key, opened };
  // What could not be opened is tried again the next time.
  void opened.then((result) => {
    if (!result.ok && kept?.opened === opened) kept = null;
  });
  return opened;
}

/** Closes what is kept: the next question reads the files anew. */
async function closeKept(): Promise<void> {
  const before = kept;
  kept = null;
  const opened = await before?.opened;
  if (opened?.ok === true) await opened.value.close();
}
