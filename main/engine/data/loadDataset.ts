import { readers } from '#main/engine/data/readers/index.ts';
import type { Arrays } from '#main/engine/data/readers/reader.ts';
import type { Column, Dataset, Table } from '#main/engine/data/table.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/**
 * Reads the source of a recipe, unprepared. Problems: `data.noSource`, `data.unknownSource`, `data.noExamples`, those of
 * the parameters and of the reader.
 */
export async function loadDataset(
  recipe: DataRecipe,
  documentFolder: string | null,
): Promise<Result<Dataset>> {
  const { source } = recipe;
  if (source === null) return refuse('data.noSource');
  const definition = findSource(source.kind);
  const reader = readers.find(({ kind }) => kind === source.kind);
  if (definition === undefined || reader === undefined) {
    return refuse('data.unknownSource', { kind: source.kind });
  }
  const { values, problems } = parseParams(definition.params, source.params);
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) return fail(withoutFixes(wrong));
  const params = values;
  const missing = definition.missing(params);
  if (missing.length > 0) {
    return refuse('data.sourceIncomplete', {
      source: definition.title.en,
      sourceChinese: definition.title['zh-CN'],
      params: missing,
    });
  }
  const raw = await reader.read(values, documentFolder);
  if (!raw.ok) return raw;
  const features = definition.features(params);
  const train = tableOf(raw.value.train, features);
  if (train.count === 0) return refuse('data.noExamples');
  return ok({ train, test: raw.value.test === null ? null : tableOf(raw.value.test, features) });
}

function tableOf(arrays: Arrays, features: readonly Feature[]): Table {
  const columns = arrays.map((array, index): Column => {
    const feature = features[index];
    if (feature === undefined) throw new Error('A reader gave more arrays than its source has.');
    return {
      name: feature.name,
      shape: array.shape.slice(1),
      values: array.values,
      classes: feature.classNames ?? numbered(feature.classes),
    };
  });
  return { count: arrays[0]?.shape[0] ?? 0, columns };
}

function numbered(classes: number | null): readonly string[] | null {
  return classes === null ? null : Array.from({ length: classes }, (_, index) => String(index));
}

function withoutFixes({ code, severity, values, place }: Problem<unknown>): Problem {
  return { code, severity, values, ...(place === undefined ? {} : { place }) };
}
