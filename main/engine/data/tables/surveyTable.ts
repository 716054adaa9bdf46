import { rangeProblems } from '#main/engine/data/tables/cellProblems.ts';
import { guessFeature, mayBeClasses, mayBeNames } from '#main/engine/data/tables/guessFeature.ts';
import type { Counted, Measured } from '#main/engine/data/tables/measure.ts';
import { countColumns, measureColumns } from '#main/engine/data/tables/measure.ts';
import type { TableSession } from '#main/engine/data/tables/session.ts';
import type { TableColumn, TableFile } from '#main/engine/data/tables/tableFile.ts';
import { enough, takenByContent } from '#main/engine/data/tables/takenByContent.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import { takeColumn } from '#main/engine/data/tables/values.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What a look through all rows says. */
export interface Survey {
  readonly reports: readonly FeatureReport[];
  readonly problems: readonly Problem[];
}

/** Values are listed where about so many differ, or fewer. */
const listedTexts = 2000;
const listedNumbers = 100;

/** The most frequent values that are told. */
const toldValues = 20;

interface Looked {
  readonly column: TableColumn;
  readonly taken: Taken;
  readonly measured: Measured;
}

/** How a feature of a document wants its column. */
export function takenFor(feature: Feature, column: TableColumn): Taken {
  if (feature.kind === 'number' || feature.kind === 'sequence') {
    return column.holds === 'list' ? 'list' : 'number';
  }
  if (feature.kind === 'date') return 'date';
  const isTruth = feature.classNames?.join() === 'false,true';
  return feature.kind === 'category' && isTruth ? 'truth' : 'text';
}

/**
 * Looks through all rows: once for what the values are, once for how they are spread. `declared`: the document's features;
 * empty: kinds and roles are guessed.
 */
export async function surveyTable(
  session: TableSession,
  table: TableFile,
  declared: readonly Feature[],
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Survey> {
  const byName = new Map(declared.map((feature) => [feature.name, feature]));
  const wanted = declared.length === 0 ? await takenByContent(session, table, signal) : null;
  const chosen = table.columns.flatMap((column) => {
    const feature = byName.get(column.name);
    if (wanted === null && feature === undefined) return [];
    const taken =
      feature === undefined ? (wanted?.get(column.name) ?? 'text') : takenFor(feature, column);
    return [{ column, taken }];
  });
  const share = (from: number, to: number) => (fraction: number) => {
    tell(from + fraction * (to - from));
  };
  const { rows, looked } = await look(
    session,
    table,
    chosen,
    wanted !== null,
    share(0, 0.6),
    signal,
  );
  const counted = await countColumns(
    session,
    table.from,
    looked.map((each) => countedColumn(each, table)),
    share(0.6, 1),
    signal,
  );
  const reports = looked.map(({ column: { name }, taken, measured }) => {
    const counts = counted.get(name) ?? nothingCounted;
    const feature = byName.get(name) ?? guessFeature(name, taken, measured, counts);
    return reportOf(feature, taken, rows, measured, counts);
  });
  const problems = await rangeProblems(session, table, looked, signal);
  tell(1);
  return { reports, problems };
}

const nothingCounted: Counted = { histogram: [], outliers: 0, values: null };

/** Measures columns; where later rows are not what the first ones promised, a column is measured again as text. */
async function look(
  session: TableSession,
  table: TableFile,
  chosen: readonly { readonly column: TableColumn; readonly taken: Taken }[],
  mayRetake: boolean,
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<{ readonly rows: number; readonly looked: readonly Looked[] }> {
  const measure = (columns: typeof chosen, told: typeof tell) =>
    measureColumns(
      session,
      table.from,
      columns.map(({ column, taken }) => takeColumn(column, taken, table.dialect)),
      told,
      signal,
    );
  const { rows, measured } = await measure(chosen, tell);
  const result = new Map<string, Looked>();
  const again: { readonly column: TableColumn; readonly taken: Taken }[] = [];
  for (const each of chosen) {
    const found = measured.get(each.column.name);
    if (found === undefined) continue;
    const isPoor = found.parsed < found.given * enough;
    const isStrict = each.taken === 'number' || each.taken === 'date';
    if (mayRetake && isStrict && isPoor) again.push({ ...each, taken: 'text' });
    result.set(each.column.name, { ...each, measured: found });
  }
  if (again.length > 0) {
    const second = await measure(again, () => undefined);
    for (const each of again) {
      const found = second.measured.get(each.column.name);
      if (found !== undefined) result.set(each.column.name, { ...each, measured: found });
    }
  }
  return { rows, looked: [...result.values()] };
}

function countedColumn({ column, taken, measured }: Looked, table: TableFile) {
  // The names of classes are what the cells say, as text.
  const listed = mayBeClasses(taken, measured) ? 'text' : taken;
  const isText = listed === 'text' || listed === 'truth';
  const listsValues =
    taken !== 'list' &&
    (mayBeNames(taken, measured) ||
      mayBeClasses(taken, measured) ||
      measured.distinct <= (isText ? listedTexts : listedNumbers));
  return {
    column: takeColumn(column, listed, table.dialect),
    // Histograms are of numbers, which this column's cells are no longer.
    measured: listed === taken ? measured : { ...measured, numbers: null },
    listsValues,
  };
}

function reportOf(
  feature: Feature,
  taken: Taken,
  rows: number,
  measured: Measured,
  { histogram, outliers, values }: Counted,
): FeatureReport {
  const isSpread = feature.kind !== 'category' && taken !== 'list' && measured.numbers !== null;
  return {
    feature,
    missing: rows - measured.usable,
    distinct: taken === 'list' ? null : (values?.length ?? measured.distinct),
    numbers: isSpread ? { ...measured.numbers, histogram, outliers } : null,
    top: taken === 'date' ? [] : (values?.slice(0, toldValues) ?? []),
    sizes: [],
  };
}
