import type { DataWork } from '#main/engine/data/dataWork.ts';
import { describeSource } from '#main/engine/data/inspect/describeSource.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { DataReport } from '#shared/data/report.ts';
import type { Result } from '#shared/problems/problem.ts';

/** What the source of a recipe holds. */
export async function dataReport(
  recipe: DataRecipe,
  documentFolder: string | null,
  { signal, tell }: DataWork,
): Promise<Result<DataReport>> {
  tell('reading', 0);
  const opened = await openSource(recipe, documentFolder, signal, (fraction) => {
    tell('reading', fraction);
  });
  if (!opened.ok) return opened;
  try {
    return await describeSource(
      opened.value,
      (fraction) => {
        tell('describing', fraction);
      },
      signal,
      recipe.source,
    );
  } finally {
    await opened.value.close();
  }
}
