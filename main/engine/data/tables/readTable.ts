import { ReadFailure } from '#main/engine/data/readFailure.ts';
import {
  asInTheFile,
  leftOutProblems,
  rejectProblem,
  rejectsIn,
  rejectsQuery,
  swallowsLines,
  toldProblems,
} from '#main/engine/data/tables/badLines.ts';
import type { GivenDialect } from '#main/engine/data/tables/dialect.ts';
import { sniffDialect } from '#main/engine/data/tables/dialect.ts';
import type { PreparedFile } from '#main/engine/data/tables/prepareFile.ts';
import type { BadLine } from '#main/engine/data/tables/quotes.ts';
import { leaveOutBadJson, leaveOutOpenQuotes } from '#main/engine/data/tables/quotes.ts';
import type { TableSession } from '#main/engine/data/tables/session.ts';
import { named, quoted } from '#main/engine/data/tables/session.ts';
import type { TableFile } from '#main/engine/data/tables/tableFile.ts';
import { textFile, typedFile } from '#main/engine/data/tables/tableFile.ts';
import { isOfTheFile } from '#main/engine/data/tables/tableProblem.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** How a table shall be read. */
export interface TableOptions {
  readonly dialect: GivenDialect;
  readonly missing: readonly string[];
  /** False: the first row that cannot be read is an error. */
  readonly skipBadRows: boolean;
}

/** A table whose rows were counted. */
export interface ReadTable {
  readonly table: TableFile;
  readonly rows: number;
  readonly problems: readonly Problem[];
}

/** Columns beyond this are not read: a chunk of rows would no longer fit in memory. */
const columnsAtMost = 5000;

/** Tables of more columns are read by one thread, since each thread holds a piece of every column. */
const manyColumns = 1000;

type Tell = (fraction: number) => void;

/**
 * Finds how a prepared file is to be read, and counts its rows. Throws ReadFailure: `table.tooManyColumns`,
 * `table.empty`, without `skipBadRows` the problem of the first bad row; and what DuckDB throws.
 */
export async function readTable(
  session: TableSession,
  prepared: PreparedFile,
  options: TableOptions,
  tell: Tell,
  signal: AbortSignal,
): Promise<ReadTable> {
  const read = readers[prepared.format];
  const found = await read(session, prepared, options, tell, signal);
  if (found.table.columns.length > manyColumns) await session.useOneThread(signal);
  const [first] = found.problems;
  if (first !== undefined && (!options.skipBadRows || found.rows === 0)) {
    throw new ReadFailure({ ...first, severity: 'error' });
  }
  return { ...found, problems: toldProblems(prepared.file, found.problems) };
}

type Read = typeof readTable;

const readText: Read = async (session, prepared, options, tell, signal) => {
  const { file, head } = prepared;
  const dialect = sniffDialect(head, options.dialect, prepared.isWhole);
  checkColumns(file, dialect.names.length);
  const firstLine = head.search(/[\r\n]/);
  const long = firstLine < 0 ? head.length : firstLine;
  const longestLine = long > 250_000 ? 8 * long : null;
  let isStrict = true;
  const count = async (path: string) => {
    const reading = { path, missing: options.missing, longestLine };
    const scan = async () => {
      const table = textFile(file, dialect, { ...reading, isStrict });
      const [[counted] = [], rejects = []] = await session.queries(
        [`SELECT count(*) FROM ${table.from}`, rejectsQuery],
        signal,
        tell,
      );
      return { table, rows: Number(counted?.[0]), rejects: rejectsIn(rejects) };
    };
    try {
      return await scan();
    } catch (error) {
      // Mixed kinds of line ends are beyond the strict reading.
      if (!isStrict || !isOfTheFile(error)) throw error;
      isStrict = false;
      return scan();
    }
  };
  let found = await count(prepared.path);
  let left: readonly BadLine[] = [];
  if (swallowsLines(found.rejects)) {
    left = await leaveOutOpenQuotes(prepared.path, prepared.spare, dialect, signal);
    // Where no quote is open to blame, the kinds of line ends are mixed.
    if (left.length === 0) isStrict = false;
    found = await count(left.length === 0 ? prepared.path : prepared.spare);
  }
  const rejects = asInTheFile(found.rejects, left);
  return {
    table: found.table,
    rows: found.rows,
    problems: [
      ...leftOutProblems(file, 'table.badQuotes', left),
      ...rejects.map((reject) => rejectProblem(file, reject)),
    ],
  };
};

const jsonOptions = 'maximum_object_size = 268435456';

const readJson: Read = async (session, prepared, _options, tell, signal) => {
  const { file } = prepared;
  const format = prepared.format === 'jsonLines' ? 'newline_delimited' : 'auto';
  const attempt = async (path: string, sample: number) => {
    const options = `format = '${format}', ${jsonOptions}`;
    const call = (more: string) => `read_json(${quoted(path)}, ${options}, ${more})`;
    const sniffing = (threshold: number) =>
      session.columnsOf(
        `FROM ${call(`sample_size = ${sample}, map_inference_threshold = ${threshold}`)}`,
        signal,
      );
    let { names, types } = await sniffing(200);
    if (types.length === 1 && String(types[0]).startsWith('MAP')) {
      // Many names: as many columns, or rows that have little in common.
      const [[keys] = []] = await session.query(
        `SELECT max(cardinality(${named(names[0] ?? '')})) FROM (FROM ${call('map_inference_threshold = 200')} LIMIT 100)`,
        signal,
      );
      checkColumns(file, Number(keys ?? 0));
      ({ names, types } = await sniffing(-1));
    }
    checkColumns(file, names.length);
    const columns = names.map((name, index) => `${quoted(name)}: ${quoted(String(types[index]))}`);
    const table = typedFile(file, 'json', call(`columns = {${columns.join(', ')}}`), names, types);
    const counts = names.slice(0, 1000).map((name) => `count(${named(name)})`);
    const [counted = []] = await session.query(
      `SELECT ${['count(*)', ...counts].join(', ')} FROM ${table.from}`,
      signal,
      tell,
    );
    return { table, rows: Number(counted[0]) };
  };
  /** Types are found by the first rows; where later ones differ, by all. */
  const thorough = async (path: string) => {
    try {
      return await attempt(path, 20_480);
    } catch (error) {
      if (!isOfTheFile(error) || /Malformed JSON/.test(error.message)) throw error;
      return attempt(path, -1);
    }
  };
  try {
    return { ...(await thorough(prepared.path)), problems: [] };
  } catch (error) {
    if (!isOfTheFile(error) || prepared.format !== 'jsonLines') throw error;
    const left = await leaveOutBadJson(prepared.path, prepared.spare, signal);
    if (left.length === 0) throw error;
    const problems = leftOutProblems(file, 'table.badJsonLine', left);
    const { size } = await import('node:fs/promises').then(({ stat }) => stat(prepared.spare));
    const [first] = problems;
    if (size === 0 && first !== undefined) throw new ReadFailure({ ...first, severity: 'error' });
    return { ...(await thorough(prepared.spare)), problems };
  }
};

const readParquet: Read = async (session, prepared, _options, _tell, signal) => {
  const { file } = prepared;
  const from = `read_parquet(${quoted(prepared.path)})`;
  const { names, types } = await session.columnsOf(`FROM ${from}`, signal);
  checkColumns(file, names.length);
  const [counted = []] = await session.query(`SELECT count(*) FROM ${from}`, signal);
  const table = typedFile(file, 'parquet', from, names, types);
  return { table, rows: Number(counted[0]), problems: [] };
};

const readers: Readonly<Record<PreparedFile['format'], Read>> = {
  text: readText,
  json: readJson,
  jsonLines: readJson,
  parquet: readParquet,
};

function checkColumns(file: string, columns: number): void {
  if (columns <= columnsAtMost) return;
  throw new ReadFailure({
    code: 'table.tooManyColumns',
    severity: 'error',
    place: { file },
    values: { file, columns, limit: columnsAtMost },
  });
}
