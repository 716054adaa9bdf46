import type { Dialect } from '#main/engine/data/tables/dialect.ts';
import { quoted } from '#main/engine/data/tables/session.ts';
import type { TableColumn } from '#main/engine/data/tables/tableFile.ts';
import { dateFormats } from '#shared/data/dateFormats.ts';

/** How a column's values are taken: dates are milliseconds since 1970; `truth`: the texts `true` and `false`. */
export type Taken = 'number' | 'date' | 'text' | 'truth' | 'list';

/** A column with the way in which its values are taken. */
export interface TakenColumn {
  readonly name: string;
  readonly taken: Taken;
  /** SQL that is null where the file has no value. */
  readonly raw: string;
  /** SQL of the value: DOUBLE, VARCHAR or FLOAT[]. null: missing, or not of this kind. */
  readonly value: string;
}

/** The largest number of float32. */
const largestNumber = 3.4028234663852886e38;

/** SQL of the value where it can be computed with, else null. */
export function finite(value: string): string {
  return `CASE WHEN isfinite(${value}) AND abs(${value}) <= ${largestNumber}::DOUBLE THEN ${value} END`;
}

/**
 * SQL of a value where something is so, else null. Aggregates pass over null; with FILTER, DuckDB would cut all columns of the
 * scan anew for each of them, which takes the square of their number.
 */
export function when(condition: string, value: string): string {
  return `CASE WHEN ${condition} THEN ${value} END`;
}

/** A column's values in SQL. */
export function takeColumn(
  column: TableColumn,
  taken: Taken,
  dialect: Dialect | null,
): TakenColumn {
  const { name, sql } = column;
  return { name, taken, raw: sql, value: takers[taken](column, dialect) };
}

const takers: Readonly<Record<Taken, (column: TableColumn, dialect: Dialect | null) => string>> = {
  number: ({ sql, holds }, dialect) => {
    if (holds === 'date') return `epoch_ms(${sql}::TIMESTAMP)::DOUBLE`;
    if (holds === 'boolean') return `${sql}::INTEGER::DOUBLE`;
    if (holds === 'list' || holds === 'other') return 'NULL::DOUBLE';
    return `TRY_CAST(${dialect?.decimalComma === true ? withPoint(sql) : sql} AS DOUBLE)`;
  },
  date: ({ sql, holds }, dialect) => {
    if (holds === 'date') return `epoch_ms(${sql}::TIMESTAMP)::DOUBLE`;
    if (holds !== 'raw' && holds !== 'text') return 'NULL::DOUBLE';
    return `epoch_ms(${dateIn(sql, dialect?.dayFirst ?? false)})::DOUBLE`;
  },
  text: ({ sql, holds }) => {
    if (holds === 'list' || holds === 'other') return `to_json(${sql})::VARCHAR`;
    if (holds === 'number') {
      // As JavaScript writes numbers: 1, not 1.0.
      const number = `${sql}::DOUBLE`;
      return `CASE WHEN ${number} = floor(${number}) AND abs(${number}) < 1e15 THEN (${number})::BIGINT::VARCHAR ELSE ${sql}::VARCHAR END`;
    }
    return trimmed(holds === 'raw' ? sql : `${sql}::VARCHAR`);
  },
  truth: ({ sql, holds }) => `lower(${trimmed(holds === 'raw' ? sql : `${sql}::VARCHAR`)})`,
  list: ({ sql, holds }) => (holds === 'list' ? `${sql}::FLOAT[]` : 'NULL::FLOAT[]'),
};

/** SQL of a text without white space around it; of nothing else, null. Trimming is slow, and few texts need it. */
function trimmed(text: string): string {
  const white = [' ', '\t', '\r', '\n'].map(quoted);
  const around = white.flatMap((mark) => [`prefix(${text}, ${mark})`, `suffix(${text}, ${mark})`]);
  const isWhite = [`${text} = ''`, ...around].join(' OR ');
  return `CASE WHEN ${isWhite} THEN nullif(trim(${text}, ' \t\r\n'), '') ELSE ${text} END`;
}

/** SQL of the time that a text says. */
export function dateIn(sql: string, dayFirst: boolean): string {
  const formats = dateFormats(dayFirst).map(quoted).join(', ');
  return `coalesce(TRY_CAST(${sql} AS TIMESTAMP), try_strptime(trim(${sql}), [${formats}]))`;
}

function withPoint(sql: string): string {
  return `CASE WHEN contains(${sql}, ',') THEN replace(replace(${sql}, '.', ''), ',', '.') ELSE ${sql} END`;
}
