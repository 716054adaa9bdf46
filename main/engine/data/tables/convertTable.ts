import { randomBytes } from 'node:crypto';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import type { PreparedFile } from '#main/engine/data/tables/prepareFile.ts';
import { prepareFile } from '#main/engine/data/tables/prepareFile.ts';
import { readTable } from '#main/engine/data/tables/readTable.ts';
import type { SqlValue } from '#main/engine/data/tables/session.ts';
import { named, quoted, TableSession } from '#main/engine/data/tables/session.ts';
import type { TableColumn, TableFile } from '#main/engine/data/tables/tableFile.ts';
import { tableProblem } from '#main/engine/data/tables/tableProblem.ts';
import { checkUnchanged } from '#main/engine/data/tables/tableRows.ts';
import { takenByContent } from '#main/engine/data/tables/takenByContent.ts';
import type { Taken } from '#main/engine/data/tables/values.ts';
import { dateIn, takeColumn } from '#main/engine/data/tables/values.ts';
import { readWorkbook } from '#main/engine/data/tables/workbook.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { WrittenFile } from '#shared/protocol/types.ts';

/** A format that tables are written in. */
interface TableFormat {
  /** DuckDB's options of COPY. */
  readonly options: string;
  /** The format knows numbers and dates; else values stay as they are written. */
  readonly isTyped: boolean;
}

const formats: Readonly<Record<string, TableFormat>> = {
  '.csv': { options: "FORMAT csv, HEADER, DELIMITER ','", isTyped: false },
  '.txt': { options: "FORMAT csv, HEADER, DELIMITER '\t'", isTyped: false },
  '.tsv': { options: "FORMAT csv, HEADER, DELIMITER '\t'", isTyped: false },
  '.json': { options: 'FORMAT json, ARRAY true', isTyped: true },
  '.jsonl': { options: 'FORMAT json', isTyped: true },
  '.ndjson': { options: 'FORMAT json', isTyped: true },
  '.parquet': { options: 'FORMAT parquet, COMPRESSION zstd', isTyped: true },
};

/**
 * Writes a table as another format, by the ending of `output`. The file appears when it is complete; one that was there is
 * replaced. Texts stay as they are; a column becomes numbers or dates only where all of its values are. Problems:
 * `convert.*`, `table.*`, `excel.*`, those of the file system.
 */
export async function convertTable(
  input: string,
  output: string,
  { signal, tell }: DataWork,
): Promise<Result<WrittenFile>> {
  const format = formats[path.extname(output).toLowerCase()];
  const place = { place: { file: output } };
  if (format === undefined) return refuse('convert.unknownEnding', { file: output }, place);
  if ((await placeOf(input)) === (await placeOf(output))) {
    return refuse('convert.sameFile', { file: output }, place);
  }
  const recognised = await recogniseData([input]);
  if (!recognised.ok) return recognised;
  let written: string | null = null;
  if (recognised.value.kind === 'excel') {
    const sheet = await readWorkbook(input, '', signal);
    if (!sheet.ok) return sheet;
    written = sheet.value;
  }
  const temporary = path.join(
    path.dirname(output),
    `.${path.basename(output)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  let prepared: PreparedFile | null = null;
  let session: TableSession | null = null;
  let isWriting = false;
  try {
    const own = await prepareFile(
      input,
      written,
      null,
      (fraction) => {
        tell('reading', fraction);
      },
      signal,
    );
    prepared = own;
    await mkdir(path.dirname(output), { recursive: true });
    session = await TableSession.open([own.path, own.spare, temporary]);
    const { table, rows } = await readTable(
      session,
      own,
      { dialect: nothingGiven, missing: [], skipBadRows: true },
      (fraction) => {
        tell('reading', fraction);
      },
      signal,
    );
    const columns = format.isTyped
      ? await typedColumns(session, table, signal)
      : table.columns.map(plainColumn);
    isWriting = true;
    await session.query(
      `COPY (SELECT ${columns.join(', ')} FROM ${table.from}) TO ${quoted(temporary)} (${format.options})`,
      signal,
      (fraction) => {
        tell('writing', fraction);
      },
    );
    await checkUnchanged(input, own.stamp);
    await rename(temporary, output);
    tell('writing', 1);
    const { size } = await stat(output);
    return ok({ path: output, rows, bytes: size });
  } catch (error) {
    signal.throwIfAborted();
    return fail(isWriting ? writingProblem(error, input, output) : tableProblem(error, input));
  } finally {
    await session?.close();
    await prepared?.clean();
    // A folder that is none has no such file either.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Where a path leads, through links. */
function placeOf(file: string): Promise<string> {
  return realpath(file).catch(() => path.resolve(file));
}

function writingProblem(error: unknown, input: string, output: string) {
  const ofSystem = fileProblem(error, output);
  if (ofSystem !== null) return ofSystem;
  const message = error instanceof Error ? error.message : '';
  if (!/^IO Error/.test(message)) return tableProblem(error, input);
  const [reason = ''] = message.replace(/^IO Error: /, '').split('\n');
  const values = {
    file: output,
    reason: reason.replaceAll(/\.[^/\\]*\.tmp/g, path.basename(output)),
  };
  return { code: 'convert.failed', severity: 'error', place: { file: output }, values } as const;
}

const nothingGiven = { delimiter: null, header: null, decimalComma: null, dayFirst: null };

function plainColumn({ sql, name, holds }: TableColumn): string {
  const value = holds === 'list' || holds === 'other' ? `to_json(${sql})::VARCHAR` : sql;
  return `${value} AS ${named(name)}`;
}

/** Columns with types: those that a text only looks like are checked over all rows. */
async function typedColumns(
  session: TableSession,
  table: TableFile,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const taken = await takenByContent(session, table, signal);
  const raw = table.columns.filter(({ holds }) => holds === 'raw');
  const isWhole = new Map<string, Taken | 'whole'>();
  if (raw.length > 0) {
    const checks = raw.flatMap((column) => {
      const kind = taken.get(column.name) ?? 'text';
      const { value } = takeColumn(column, kind, table.dialect);
      const whole =
        kind === 'number'
          ? `bool_and(regexp_full_match(trim(${column.sql}), '[+-]?[0-9]{1,15}'))`
          : 'false';
      return [`bool_and(${column.sql} IS NULL OR (${value}) IS NOT NULL)`, whole];
    });
    const [answer = []] = await session.query(
      `SELECT ${checks.join(', ')} FROM ${table.from}`,
      signal,
    );
    for (const [index, { name }] of raw.entries()) {
      const kind = taken.get(name) ?? 'text';
      const [fits, whole]: readonly (SqlValue | undefined)[] = answer.slice(
        index * 2,
        index * 2 + 2,
      );
      isWhole.set(name, fits !== true ? 'text' : whole === true ? 'whole' : kind);
    }
  }
  return table.columns.map((column) => {
    const kind = isWhole.get(column.name);
    return kind === undefined
      ? `${column.sql} AS ${named(column.name)}`
      : `${typed(column, kind, table)} AS ${named(column.name)}`;
  });
}

function typed(column: TableColumn, kind: Taken | 'whole', table: TableFile): string {
  const { sql } = column;
  if (kind === 'whole') return `trim(${sql})::BIGINT`;
  if (kind === 'number') return takeColumn(column, 'number', table.dialect).value;
  if (kind === 'truth') return `lower(trim(${sql}))::BOOLEAN`;
  return kind === 'date' ? dateIn(sql, table.dialect?.dayFirst ?? false) : sql;
}
