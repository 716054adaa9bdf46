import type { DuckDBType } from '@duckdb/node-api';
import type { Dialect } from '#main/engine/data/tables/dialect.ts';
import { named, quoted } from '#main/engine/data/tables/session.ts';

/** What DuckDB says that a column holds; `raw`: text as a file of text has it. */
export type ColumnClass = 'raw' | 'number' | 'boolean' | 'text' | 'date' | 'list' | 'other';

/** A column, or a part of one that holds parts with names. */
export interface TableColumn {
  readonly name: string;
  /** Its values in SQL. */
  readonly sql: string;
  readonly holds: ColumnClass;
}

/** A file as DuckDB reads it. */
export interface TableFile {
  /** As the user knows it. */
  readonly file: string;
  readonly format: 'text' | 'json' | 'parquet';
  readonly columns: readonly TableColumn[];
  /** How a table of text is written; null: of other formats. */
  readonly dialect: Dialect | null;
  /** What stands after FROM. Rows that cannot be read go to the table reject_errors of the connection. */
  readonly from: string;
}

/** Rejected rows that are kept for telling. */
export const rejectsAtMost = 200;

/** How a table of text is read besides its dialect. */
export interface TextReading {
  /** Where its UTF-8 lies. */
  readonly path: string;
  readonly missing: readonly string[];
  /** Quotes in the middle of a value are an error; not possible where kinds of line ends are mixed. */
  readonly isStrict: boolean;
  /** Longest line, bytes; null: usual ones. */
  readonly longestLine: number | null;
}

/** A table of text: every column comes as it is written. */
export function textFile(
  file: string,
  dialect: Dialect,
  { path, missing, isStrict, longestLine }: TextReading,
): TableFile {
  const columns = dialect.names.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ');
  const nulls = ['', ...missing, ...missing.map((text) => ` ${text}`)].map(quoted).join(', ');
  const options = [
    quoted(path),
    'auto_detect = false',
    `delim = ${quoted(dialect.delimiter)}`,
    `quote = ${quoted(dialect.quote)}`,
    `escape = ${quoted(dialect.escape)}`,
    `header = ${String(dialect.hasHeader)}`,
    `columns = {${columns}}`,
    `nullstr = [${nulls}]`,
    `strict_mode = ${String(isStrict)}`,
    // Not `ignore_errors`: it drops good rows that follow bad ones.
    'store_rejects = true',
    `rejects_limit = ${rejectsAtMost}`,
    ...(dialect.padsRows ? ['null_padding = true', 'parallel = false'] : []),
    ...(longestLine === null
      ? []
      : [`max_line_size = ${longestLine}`, `buffer_size = ${4 * longestLine}`]),
  ];
  return {
    file,
    format: 'text',
    columns: dialect.names.map((name) => ({ name, sql: named(name), holds: 'raw' })),
    dialect,
    from: `read_csv(${options.join(', ')})`,
  };
}

/**
 * The rows of a table, then those of another with the same columns, to be looked through at once. A column that the other
 * lacks, or holds as something else, is missing in its rows.
 */
export function joinTables(table: TableFile, other: TableFile): TableFile {
  const sqlIn = ({ name, holds }: TableColumn) =>
    other.columns.find((each) => each.name === name && each.holds === holds)?.sql ?? 'NULL';
  const chosen = (sqlOf: (column: TableColumn) => string) =>
    table.columns.map((column) => `${sqlOf(column)} AS ${named(column.name)}`).join(', ');
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, sql: named(column.name) })),
    from:
      `(SELECT ${chosen(({ sql }) => sql)} FROM ${table.from} ` +
      `UNION ALL SELECT ${chosen(sqlIn)} FROM ${other.from})`,
  };
}

/** A file whose columns have types of their own. Parts of structures become columns named `outer.inner`. */
export function typedFile(
  file: string,
  format: 'json' | 'parquet',
  from: string,
  names: readonly string[],
  types: readonly DuckDBType[],
): TableFile {
  const columns: TableColumn[] = [];
  const add = (name: string, sql: string, type: DuckDBType) => {
    const text = type.toString();
    if ('entryNames' in type && 'entryTypes' in type && text.startsWith('STRUCT')) {
      const inner = type as unknown as {
        readonly entryNames: readonly string[];
        readonly entryTypes: readonly DuckDBType[];
      };
      for (const [index, entry] of inner.entryNames.entries()) {
        const entryType = inner.entryTypes[index];
        if (entryType === undefined) continue;
        add(`${name}.${entry}`, `struct_extract(${sql}, ${quoted(entry)})`, entryType);
      }
      return;
    }
    columns.push({ name, sql, holds: classOf(text) });
  };
  for (const [index, name] of names.entries()) {
    const type = types[index];
    if (type !== undefined) add(name, named(name), type);
  }
  return { file, format, columns, dialect: null, from };
}

function classOf(type: string): ColumnClass {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|BIGNUM)$/.test(type)) {
    return 'number';
  }
  if (type === 'BOOLEAN') return 'boolean';
  if (/^(DATE|TIMESTAMP.*)$/.test(type)) return 'date';
  if (/^(VARCHAR|ENUM.*|UUID|JSON|TIME.*)$/.test(type)) return 'text';
  const inner = /^(.*)\[\d*\]$/.exec(type)?.[1];
  return inner !== undefined && classOf(inner) === 'number' ? 'list' : 'other';
}
