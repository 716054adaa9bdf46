import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { Chunk, Rows } from '#main/engine/data/readers/reader.ts';
import { stampOf } from '#main/engine/data/tables/prepareFile.ts';
import type { TableSession } from '#main/engine/data/tables/session.ts';
import type { TableFile } from '#main/engine/data/tables/tableFile.ts';
import { tableProblem } from '#main/engine/data/tables/tableProblem.ts';
import { takenFor } from '#main/engine/data/tables/surveyTable.ts';
import type { TakenColumn } from '#main/engine/data/tables/values.ts';
import { takeColumn } from '#main/engine/data/tables/values.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';

/** Rows that DuckDB gives at a time, at most. */
const chunkRows = 2048;

/** Rows of a piece. */
const pieceRows = 8192;

/** Values of a piece, so that tables of many columns stay small too. */
const pieceValues = 2_000_000;

/** A column of a piece that is being filled. */
interface Filling {
  /** Takes `count` values of a chunk's column. */
  take(chunk: DuckDBDataChunk, column: number, count: number): void;
  cells(): Cells;
}

/** A table that is being read. */
export interface RowsOfTable {
  readonly session: TableSession;
  readonly table: TableFile;
  readonly count: number;
  /** Size and time of the file: it must not change meanwhile. */
  readonly stamp: string;
  readonly signal: AbortSignal;
}

/** The rows of a table as features take them. A column that the table lacks is missing in every row. */
export function tableRows(source: RowsOfTable, features: readonly Feature[]): Rows {
  return {
    count: source.count,
    gather: null,
    stream: (names) => streamRows(source, chosen(features, names)),
  };
}

function chosen(features: readonly Feature[], names: readonly string[]): readonly Feature[] {
  return names.map((name) => {
    const feature = features.find((each) => each.name === name);
    if (feature === undefined) throw new Error(`The table has no feature ${name}.`);
    return feature;
  });
}

async function* streamRows(
  { session, table, count, stamp, signal }: RowsOfTable,
  features: readonly Feature[],
): AsyncGenerator<Chunk> {
  await checkUnchanged(table.file, stamp);
  const columns = features.map((feature) => columnFor(feature, table));
  // One level: each further one would hold a whole piece of every column once more.
  const values = features.length === 0 ? ['1'] : columns.map(shownAs);
  const sql = `SELECT ${values.join(', ')} FROM ${table.from}`;
  const most = Math.max(256, Math.min(pieceRows, Math.floor(pieceValues / (columns.length + 1))));
  let from = 0;
  const pieces = async function* (result: DuckDBResult): AsyncGenerator<Chunk> {
    let filled = 0;
    const start = () =>
      features.map((feature, n) => filling(columns[n]?.taken ?? 'text', feature, most + chunkRows));
    let fillings = start();
    const finish = (): Chunk => {
      const cells: Record<string, Cells> = {};
      for (const [n, { name }] of features.entries()) cells[name] = fillings[n]?.cells() ?? noTexts;
      return { from, count: filled, cells };
    };
    for (;;) {
      signal.throwIfAborted();
      const chunk = await result.fetchChunk();
      const rows = chunk?.rowCount ?? 0;
      if (chunk === null || rows === 0) break;
      for (const [n, each] of fillings.entries()) each.take(chunk, n, rows);
      filled += rows;
      if (filled < most) continue;
      yield finish();
      from += filled;
      filled = 0;
      fillings = start();
    }
    if (filled > 0) {
      yield finish();
      from += filled;
    }
  };
  try {
    yield* session.stream(sql, signal, pieces);
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    signal.throwIfAborted();
    await checkUnchanged(table.file, stamp);
    throw new ReadFailure(tableProblem(error, table.file));
  }
  await checkUnchanged(table.file, stamp);
  if (from !== count) throw changed(table.file);
}

const noTexts: Cells = { type: 'texts', values: [] };

/** Throws ReadFailure (`table.changed`) where a file is no longer what it was. */
export async function checkUnchanged(file: string, stamp: string): Promise<void> {
  const now = await stampOf(file).catch(() => '');
  if (now !== stamp) throw changed(file);
}

function changed(file: string): ReadFailure {
  return new ReadFailure({
    code: 'table.changed',
    severity: 'error',
    place: { file },
    values: { file },
  });
}

function columnFor(feature: Feature, table: TableFile): TakenColumn {
  const column = table.columns.find(({ name }) => name === feature.name);
  if (column !== undefined) return takeColumn(column, takenFor(feature, column), table.dialect);
  const isNumber = feature.kind === 'number' || feature.kind === 'date';
  return {
    name: feature.name,
    taken: isNumber ? 'number' : 'text',
    raw: 'NULL',
    value: isNumber ? 'NULL::DOUBLE' : 'NULL::VARCHAR',
  };
}

function shownAs({ taken, value }: TakenColumn): string {
  // A number beyond float32 is null after the cast.
  if (taken === 'number') return `coalesce(TRY_CAST(${value} AS FLOAT), 'nan'::FLOAT)`;
  return taken === 'date' ? `coalesce(${value}, 'nan'::DOUBLE)` : value;
}

function filling(taken: TakenColumn['taken'], feature: Feature, most: number): Filling {
  if (taken === 'number') return numbers(new Float32Array(most));
  if (taken === 'date') return numbers(new Float64Array(most));
  return taken === 'list' ? lists(feature) : texts();
}

function numbers(values: Float32Array | Float64Array): Filling {
  let filled = 0;
  return {
    take: (chunk, column, count) => {
      const vector = chunk.getColumnVector(column);
      // DuckDB's own memory, without a call for each value; nothing is null here.
      const { items } = vector as unknown as { readonly items?: ArrayLike<number> };
      if (items === undefined) {
        for (let row = 0; row < count; row++) values[filled + row] = Number(vector.getItem(row));
      } else values.set(items, filled);
      // Infinities count as missing.
      for (let row = filled; row < filled + count; row++) {
        const value = values[row] ?? NaN;
        if (value - value !== 0) values[row] = NaN;
      }
      filled += count;
    },
    cells: () => ({ type: 'numbers', shape: [], values: values.slice(0, filled) }),
  };
}

function texts(): Filling {
  const values: (string | null)[] = [];
  return {
    take: (chunk, column, count) => {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < count; row++) values.push(vector.getItem(row) as string | null);
    },
    cells: () => ({ type: 'texts', values }),
  };
}

/** Lists as rows of numbers; one of another length counts as missing. */
function lists({ shape }: Feature): Filling {
  const size = shape?.[0] ?? 0;
  const values: number[] = [];
  return {
    take: (chunk, column, count) => {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < count; row++) {
        const list = vector.getItem(row) as { readonly items: readonly unknown[] } | null;
        const isWhole = list?.items.length === size;
        for (let at = 0; at < size; at++) {
          const item = isWhole ? list.items[at] : null;
          values.push(typeof item === 'number' ? item : NaN);
        }
      }
    },
    cells: () => ({ type: 'numbers', shape: [size], values: Float32Array.from(values) }),
  };
}
