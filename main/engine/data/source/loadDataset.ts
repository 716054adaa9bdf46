import { openSource } from '#main/engine/data/source/openSource.ts';
import type { Rows } from '#main/engine/data/readers/reader.ts';
import type { Column, Dataset, Table } from '#main/engine/data/source/table.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/**
 * Reads the source of a recipe, unprepared: of sources that are arrays in memory. Problems: `data.noExamples`, those of
 * `openSource`.
 */
export async function loadDataset(
  recipe: DataRecipe,
  documentFolder: string | null,
): Promise<Result<Dataset>> {
  const source = await openSource(recipe, documentFolder);
  if (!source.ok) return source;
  const { features, train, test } = source.value;
  if (train.count === 0) return refuse('data.noExamples');
  return ok({
    train: tableOf(train, features),
    test: test === null ? null : tableOf(test, features),
  });
}

function tableOf(rows: Rows, features: readonly Feature[]): Table {
  const columns = features.flatMap((feature): Column[] => {
    const cells = rows.whole?.(feature.name);
    if (cells?.type !== 'numbers' || cells.values instanceof Float64Array) return [];
    return [
      {
        name: feature.name,
        shape: cells.shape,
        values: cells.values,
        classes: feature.classNames ?? numbered(feature.classes),
      },
    ];
  });
  return { count: rows.count, columns };
}

function numbered(classes: number | null): readonly string[] | null {
  return classes === null ? null : Array.from({ length: classes }, (_, index) => String(index));
}
