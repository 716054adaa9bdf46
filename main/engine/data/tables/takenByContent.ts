import type { TableSession } from '#main/engine/data/tables/session.ts';
import type { ColumnClass, TableColumn, TableFile } from '#main/engine/data/tables/tableFile.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import { takeColumn, when } from '#main/engine/data/tables/values.ts';

/** Rows of the beginning by which the columns of a table of text are judged. */
const sampleRows = 20_000;

/** Columns that are judged in one scan. */
const columnsAtOnce = 500;

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
  const count = (columns: readonly TableColumn[], counts: (column: TableColumn) => string[]) =>
    countFirstRows(session, table, columns, counts, signal);
  const given = new Map<string, number>();
  const texts: TableColumn[] = [];
  const plain = await count(raw, (column) => [
    `count(${column.sql})`,
    `count(${takeColumn(column, 'number', table.dialect).value})`,
    `count(${when(`lower(trim(${column.sql})) IN ('true', 'false')`, '1')})`,
  ]);
  for (const [column, [all = 0, numbers = 0, truths = 0]] of plain) {
    given.set(column.name, all);
    if (isEnough(numbers, all)) taken.set(column.name, 'number');
    else if (all > 0 && truths === all) taken.set(column.name, 'truth');
    else texts.push(column);
  }
  // Only what looks like a date is tried with every format, and only where there are no numbers.
  const dates = await count(texts, (column) => [
    `count(${when(
      `length(${column.sql}) < 40 AND regexp_matches(${column.sql}, '[0-9].*[-/.: 年]')`,
      takeColumn(column, 'date', table.dialect).value,
    )})`,
  ]);
  for (const [{ name }, [found = 0]] of dates) {
    taken.set(name, isEnough(found, given.get(name) ?? 0) ? 'date' : 'text');
  }
  return taken;
}

/** In a short column a single other value says more than in a long one. */
function isEnough(count: number, given: number): boolean {
  return given > 0 && (count === given || (given >= 20 && count >= given * enough));
}

/** Counts of each column over the first rows. */
async function countFirstRows(
  session: TableSession,
  table: TableFile,
  columns: readonly TableColumn[],
  countsOf: (column: TableColumn) => string[],
  signal: AbortSignal,
): Promise<readonly (readonly [TableColumn, readonly number[]])[]> {
  const counted: (readonly [TableColumn, readonly number[]])[] = [];
  for (let from = 0; from < columns.length; from += columnsAtOnce) {
    const group = columns.slice(from, from + columnsAtOnce);
    const counts = group.map(countsOf);
    const chosen = group.map(({ sql }) => sql).join(', ');
    const [answer = []] = await session.query(
      `SELECT ${counts.flat().join(', ')} FROM (SELECT ${chosen} FROM ${table.from} LIMIT ${sampleRows})`,
      signal,
    );
    let at = 0;
    for (const [index, column] of group.entries()) {
      const size = counts[index]?.length ?? 0;
      counted.push([column, answer.slice(at, at + size).map(Number)]);
      at += size;
    }
  }
  return counted;
}
