import type { TableSession } from '#main/engine/data/tables/session.ts';
import type { ColumnClass, TableColumn, TableFile } from '#main/engine/data/tables/tableFile.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import { takeColumn } from '#main/engine/data/tables/values.ts';

/** Rows of the beginning by which the columns of a table of text are judged. */
const sampleRows = 20_000;

/** Columns that are judged in one scan. */
const columnsAtOnce = 200;

/** This share of the values of a column must be of a kind: the others count as missing, and are named. */
export const enough = 0.95;

const byType: Readonly<Record<Exclude<ColumnClass, 'raw'>, Taken>> = {
  number: 'number',
  boolean: 'truth',
  text: 'text',
  date: 'date',
  list: 'list',
  other: 'text',
};

/** How the values of each column are taken, by its type or by the first rows. */
export async function takenByContent(
  session: TableSession,
  table: TableFile,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Taken>> {
  const taken = new Map<string, Taken>();
  const raw: TableColumn[] = [];
  for (const column of table.columns) {
    if (column.holds === 'raw') raw.push(column);
    else taken.set(column.name, byType[column.holds]);
  }
  for (let from = 0; from < raw.length; from += columnsAtOnce) {
    const group = raw.slice(from, from + columnsAtOnce);
    const counts = group.flatMap((column) => {
      const text = column.sql;
      const number = takeColumn(column, 'number', table.dialect).value;
      const date = takeColumn(column, 'date', table.dialect).value;
      return [
        `count(${text})`,
        `count(${number})`,
        // Only what looks like a date: other texts would be tried with every format.
        `count(CASE WHEN regexp_matches(${text}, '[0-9].*[-/.: 年]') AND length(${text}) < 40 THEN ${date} END)`,
        `count(*) FILTER (lower(trim(${text})) IN ('true', 'false'))`,
      ];
    });
    const chosen = group.map(({ sql }) => sql).join(', ');
    const [answer = []] = await session.query(
      `SELECT ${counts.join(', ')} FROM (SELECT ${chosen} FROM ${table.from(false)} LIMIT ${sampleRows})`,
      signal,
    );
    for (const [index, { name }] of group.entries()) {
      const [given = 0, numbers = 0, dates = 0, truths = 0] = answer
        .slice(index * 4, index * 4 + 4)
        .map(Number);
      taken.set(name, judge(given, numbers, dates, truths));
    }
  }
  return taken;
}

function judge(given: number, numbers: number, dates: number, truths: number): Taken {
  if (given === 0) return 'text';
  // In a short column a single other value says more than in a long one.
  const isEnough = (count: number) => count === given || (given >= 20 && count >= given * enough);
  if (isEnough(numbers)) return 'number';
  if (truths === given) return 'truth';
  return isEnough(dates) ? 'date' : 'text';
}
