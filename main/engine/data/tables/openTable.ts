import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Encoding } from '#main/engine/data/tables/encoding.ts';
import type { PreparedFile } from '#main/engine/data/tables/prepareFile.ts';
import { prepareFile } from '#main/engine/data/tables/prepareFile.ts';
import type { ReadTable, TableOptions } from '#main/engine/data/tables/readTable.ts';
import { readTable } from '#main/engine/data/tables/readTable.ts';
import { named, TableSession } from '#main/engine/data/tables/session.ts';
import type { Survey } from '#main/engine/data/tables/surveyTable.ts';
import { surveyTable } from '#main/engine/data/tables/surveyTable.ts';
import type { TableFile } from '#main/engine/data/tables/tableFile.ts';
import { tableProblem } from '#main/engine/data/tables/tableProblem.ts';
import { checkUnchanged, tableRows } from '#main/engine/data/tables/tableRows.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/** What is opened, and how. */
export interface TableInput {
  readonly file: string;
  /** A table of text in our cache that stands for `file`; it is removed in the end. null: the file itself is read. */
  readonly written: string | null;
  /** null: there is no test part. */
  readonly testFile: string | null;
  /** null: found by content. */
  readonly encoding: Encoding | null;
  readonly options: TableOptions;
  /** The document's features; empty: they are guessed from all rows. */
  readonly features: readonly Feature[];
  readonly tell: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Opens a table, and one with the same columns as its test part. Problems: `table.*`, those of the file system. An abort
 * throws the signal's reason.
 */
export async function openTable(input: TableInput): Promise<Result<OpenedSource>> {
  const { file, testFile, signal } = input;
  const prepared: PreparedFile[] = [];
  let session: TableSession | null = null;
  let current = file;
  const close = async () => {
    await session?.close();
    for (const each of prepared) await each.clean();
  };
  try {
    for (const each of testFile === null ? [file] : [file, testFile]) {
      current = each;
      const written = each === file ? input.written : null;
      prepared.push(await prepareFile(each, written, input.encoding, input.tell, signal));
    }
    const opened = await TableSession.open(prepared.flatMap(({ path, spare }) => [path, spare]));
    session = opened;
    const tables: ReadTable[] = [];
    for (const each of prepared) {
      current = each.file;
      const read = await readTable(opened, each, input.options, () => undefined, signal);
      if (read.rows === 0) throw empty(each.file);
      tables.push(read);
    }
    current = file;
    const source = await sourceOf(input, opened, prepared, tables, close);
    await checkUnchanged(file, prepared[0]?.stamp ?? '');
    return ok(source);
  } catch (error) {
    await close();
    signal.throwIfAborted();
    return fail(tableProblem(error, current));
  }
}

async function sourceOf(
  input: TableInput,
  session: TableSession,
  prepared: readonly PreparedFile[],
  tables: readonly ReadTable[],
  close: () => Promise<void>,
): Promise<OpenedSource> {
  const { signal } = input;
  const [train, test] = tables;
  const [trainFile, testFile] = prepared;
  if (train === undefined || trainFile === undefined) throw new Error('A table has a file.');
  let survey: Survey | null = null;
  let features = input.features;
  if (features.length === 0) {
    survey = await surveyTable(session, train.table, [], input.tell, signal);
    features = survey.reports.map(({ feature }) => feature);
  }
  const warnings = [
    ...prepared.flatMap(({ problems }) => problems),
    ...tables.flatMap(({ problems }) => problems),
    ...tables.flatMap(({ table }) => missingColumns(table, features)),
  ];
  const rowsOf = (read: ReadTable, { stamp }: PreparedFile) =>
    tableRows(session, read.table, read.rows, features, stamp, signal);
  return {
    features,
    train: rowsOf(train, trainFile),
    test: test === undefined || testFile === undefined ? null : rowsOf(test, testFile),
    get problems() {
      return [...warnings, ...(survey?.problems ?? [])];
    },
    fingerprint: prepared.map(({ stamp }) => stamp).join('; '),
    bytes: prepared.reduce((sum, { bytes }) => sum + bytes, 0),
    describe: async (tell, stop) => {
      try {
        survey ??= await surveyTable(session, train.table, features, tell, stop);
      } catch (error) {
        stop.throwIfAborted();
        throw new ReadFailure(tableProblem(error, input.file));
      }
      await checkUnchanged(trainFile.file, trainFile.stamp);
      return survey.reports;
    },
    countDuplicates: (stop) => countEqualRows(session, train.table, stop),
    close,
  };
}

/** Rows that are equal to an earlier one in every column, by their hashes. */
async function countEqualRows(
  session: TableSession,
  table: TableFile,
  signal: AbortSignal,
): Promise<number> {
  const all = table.columns.map(({ sql }) => sql).join(', ');
  const [answer = []] = await session.query(
    `SELECT count(*) - count(DISTINCT h) FROM (SELECT hash(${all}) AS h FROM ${table.from})`,
    signal,
  );
  return Number(answer[0]);
}

function empty(file: string): ReadFailure {
  return new ReadFailure({
    code: 'table.empty',
    severity: 'error',
    place: { file },
    values: { file },
  });
}

/** Columns that features need and a table lacks: an input is refused; without others a table can still be predicted on. */
function missingColumns(table: TableFile, features: readonly Feature[]): readonly Problem[] {
  const { file } = table;
  const names = table.columns.map(({ name }) => name);
  const found = new Set(names);
  return features
    .filter(({ name, role }) => !found.has(name) && role !== 'ignored')
    .map(({ name, role }): Problem => {
      const common = { place: { file } } as const;
      if (role !== 'input') {
        const values = { file, column: name };
        return { ...common, code: 'table.columnMissing', severity: 'warning', values };
      }
      const columns = names.length > 12 ? [...names.slice(0, 12), '…'] : names;
      throw new ReadFailure({
        ...common,
        code: 'table.columnsDiffer',
        severity: 'error',
        values: { file, column: name, columns: columns.map(named).join(', ') },
      });
    });
}
