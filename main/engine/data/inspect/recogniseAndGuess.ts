import type { DataWork } from '#main/engine/data/dataWork.ts';
import { describeSource } from '#main/engine/data/inspect/describeSource.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { NamedParts } from '#main/engine/data/inspect/recogniseData.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';
import type { RecognisedData } from '#shared/protocol/types.ts';

/** Recognises files or a folder by their content, looks through them, and guesses a recipe. */
export async function recogniseAndGuess(
  paths: readonly string[],
  { signal, tell }: DataWork,
  parts: NamedParts = {},
): Promise<Result<RecognisedData>> {
  tell('reading', 0);
  const found = await recogniseData(paths, parts);
  if (!found.ok) return found;
  const source = found.value;
  const opened = await openSource({ source, features: [] }, null, signal, (fraction) => {
    tell('reading', fraction);
  });
  if (!opened.ok) return opened;
  try {
    const report = await describeSource(
      opened.value,
      (fraction) => {
        tell('describing', fraction);
      },
      signal,
      source,
    );
    if (!report.ok) return report;
    return ok({ source, report: report.value, recipe: guessRecipe(source, report.value) });
  } finally {
    await opened.value.close();
  }
}
