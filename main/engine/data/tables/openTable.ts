import { joinRows } from '#main/engine/data/source/joinRows.ts';
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
import { joinTables } from '#main/engine/data/tables/tableFile.ts';
import { tableProblem } from '#main/engine/data/tables/tableProblem.ts';
import { checkUnchanged, tableRows } from '#main/engine/data/tables/tableRows.ts';
import type { Feature } from '#shared/data/feature.ts';
import { partFeature } from '#shared/data/partFeature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/** What is opened, and how. */
export interface TableInput {
  readonly file: string;
  /** A table of text in our cache that stands for `file`; it is removed in the end. null: the file itself is read. */
  readonly written: string | null;
  /** null: there is no such part. */
  readonly validationFile: string | null;
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
 * Opens a table, and ones with the same columns as its validation and test part: the rows of the validation part follow
 * those of the table, with a feature that says so (`partFeature`). Problems: `table.*`, those of the file system. An abort
 * throws the signal's reason.
 */
export async function openTable(input: TableInput): Promise<Result<OpenedSource>> {
  const { file, validationFile, testFile, signal } = input;
  const files = [file, validationFile, testFile].filter((each) => each !== null);
  const prepared: PreparedFile[] = [];
  let session: TableSession | null = null;
  let current = file;
  const close = async () => {
    await session?.close();
    for (const each of prepared) await each.clean();
  };
  try {
    for (const each of files) {
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
  const partOf = (index: number) => {
    const [read, file] = [tables[index], prepared[index]];
    if (read === undefined || file === undefined) throw new Error('A part has a file.');
    return { ...read, file };
  };
  const train = partOf(0);
  const validation = input.validationFile === null ? null : partOf(1);
  const test = input.testFile === null ? null : partOf(tables.length - 1);
  const part = validation === null ? null : partFeature(train.table.columns.map(nameOf));
  const whole = validation === null ? train.table : joinTables(train.table, validation.table);
  const survey = async (declared: readonly Feature[], tell: Tell, stop: AbortSignal) => {
    const found = await surveyTable(session, whole, declared, tell, stop);
    if (validation === null) return found;
    return { ...found, problems: found.problems.map((each) => inItsFile(each, train, validation)) };
  };
  let surveyed: Survey | null = null;
  let features = input.features.filter(({ name }) => name !== part?.name);
  if (features.length === 0) {
    surveyed = await survey([], input.tell, signal);
    features = surveyed.reports.map(({ feature }) => feature);
  }
  const warnings = [
    ...prepared.flatMap(({ problems }) => problems),
    ...tables.flatMap(({ problems }) => problems),
    ...tables.flatMap(({ table }) => missingColumns(table, features)),
  ];
  const rowsOf = ({ table, rows, file }: ReturnType<typeof partOf>) =>
    tableRows({ session, table, count: rows, stamp: file.stamp, signal }, features);
  const declared = input.features.find(({ name }) => name === part?.name);
  return {
    features: part === null ? features : [...features, declared ?? part],
    train:
      part === null || validation === null
        ? rowsOf(train)
        : joinRows(part.name, rowsOf(train), rowsOf(validation)),
    test: test === null ? null : rowsOf(test),
    get problems() {
      return [...warnings, ...(surveyed?.problems ?? [])];
    },
    fingerprint: prepared.map(({ stamp }) => stamp).join('; '),
    bytes: prepared.reduce((sum, { bytes }) => sum + bytes, 0),
    describe: async (tell, stop) => {
      try {
        surveyed ??= await survey(features, tell, stop);
      } catch (error) {
        stop.throwIfAborted();
        throw new ReadFailure(tableProblem(error, input.file));
      }
      await checkUnchanged(train.file.file, train.file.stamp);
      if (part === null || validation === null) return surveyed.reports;
      const counts = [train.rows, validation.rows];
      return [...surveyed.reports, partReport(declared ?? part, counts)];
    },
    countDuplicates: (stop) => countEqualRows(session, whole, stop),
    close,
  };
}

type Tell = (fraction: number) => void;

/** A problem of a row after those of the training part, with its place in the file of the validation part. */
function inItsFile(problem: Problem, train: ReadTable, { table }: ReadTable): Problem {
  const row = problem.place?.row;
  const last = train.rows + (train.table.dialect?.hasHeader === true ? 1 : 0);
  if (row === undefined || row <= last) return problem;
  const own = row - train.rows;
  return {
    ...problem,
    place: { file: table.file, row: own },
    values: { ...problem.values, row: own },
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function partReport(feature: Feature, counts: readonly number[]): FeatureReport {
  const top = ['train', 'validation'].map((value, index) => ({ value, count: counts[index] ?? 0 }));
  return { feature, missing: 0, distinct: top.length, numbers: null, top, sizes: [] };
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
