import type { Measured } from '#main/engine/data/tables/measure.ts';
import type { SqlValue, TableSession } from '#main/engine/data/tables/session.ts';
import { plainText } from '#main/engine/data/tables/session.ts';
import type { TableColumn, TableFile } from '#main/engine/data/tables/tableFile.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import { finite, takeColumn } from '#main/engine/data/tables/values.ts';
import type { Problem } from '#shared/problems/problem.ts';

interface Looked {
  readonly column: TableColumn;
  readonly taken: Taken;
  readonly measured: Measured;
}

/** Columns whose first wrong value is looked for. */
const columnsAtMost = 50;

interface Wrong {
  readonly code: 'table.notANumber' | 'table.notADate' | 'table.notFinite';
  readonly name: string;
  readonly count: number;
  /** SQL: what the file has, and whether it is wrong. */
  readonly raw: string;
  readonly isWrong: string;
}

/** Values that are no numbers, no dates, or infinite, each column with its first row; lists of uneven lengths. */
export async function rangeProblems(
  session: TableSession,
  table: TableFile,
  looked: readonly Looked[],
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const wrong = looked.flatMap((each) => wrongIn(each, table)).slice(0, columnsAtMost);
  const problems = looked.flatMap((each) => unevenLists(each, table.file));
  if (wrong.length === 0) return problems;
  const inner = wrong.map(({ raw, isWrong }, n) => `${raw} AS r${n}, ${isWrong} AS w${n}`);
  const outer = wrong.map(
    (_, n) => `min(n) FILTER (w${n}), arg_min(r${n}::VARCHAR, n) FILTER (w${n})`,
  );
  const [answer = []] = await session.query(
    `SELECT ${outer.join(', ')} FROM (SELECT row_number() OVER () AS n, ${inner.join(', ')} FROM ${table.from})`,
    signal,
  );
  const firstRow = table.dialect?.hasHeader === true ? 1 : 0;
  return [
    ...problems,
    ...wrong.map(({ code, name, count }, n): Problem => {
      const row = Number(answer[n * 2] ?? 0) + firstRow;
      return {
        code,
        severity: 'warning',
        place: { file: table.file, row },
        values: { column: name, count, row, value: shown(answer[n * 2 + 1]) },
      };
    }),
  ];
}

function wrongIn({ column, taken, measured }: Looked, table: TableFile): readonly Wrong[] {
  if (taken !== 'number' && taken !== 'date') return [];
  const { raw, value } = takeColumn(column, taken, table.dialect);
  const { given, parsed, usable } = measured;
  const found: Wrong[] = [];
  if (parsed < given) {
    found.push({
      code: taken === 'date' ? 'table.notADate' : 'table.notANumber',
      name: column.name,
      count: given - parsed,
      raw,
      isWrong: `(${raw} IS NOT NULL AND (${value}) IS NULL)`,
    });
  }
  if (usable < parsed) {
    found.push({
      code: 'table.notFinite',
      name: column.name,
      count: parsed - usable,
      raw,
      isWrong: `((${value}) IS NOT NULL AND (${finite(`(${value})`)}) IS NULL)`,
    });
  }
  return found;
}

function unevenLists({ column, taken, measured }: Looked, file: string): readonly Problem[] {
  const { numbers } = measured;
  if (taken !== 'list' || numbers === null || numbers.min === numbers.max) return [];
  const values = { column: column.name, least: numbers.min, most: numbers.max };
  return [{ code: 'table.unevenLists', severity: 'warning', place: { file }, values }];
}

function shown(value: SqlValue | undefined): string {
  const text = plainText(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
