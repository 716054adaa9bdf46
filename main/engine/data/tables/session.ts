import { rm } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import type { DuckDBConnection, DuckDBInstance, DuckDBResult, DuckDBType } from '@duckdb/node-api';
import { newCacheFile, removeLeftovers } from '#main/engine/data/tables/cacheFile.ts';

/** A value as DuckDB's JavaScript interface gives it. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | readonly SqlValue[]
  | { readonly [name: string]: SqlValue };

/** A value as text; empty: nothing, or more than a single value. */
export function plainText(value: SqlValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Memory that DuckDB may use, bytes: enough for any scan, and little enough for a machine that also trains. */
export const memoryBytes = Math.min(1.2e9, totalmem() / 4);

/** Threads beyond this add buffers and no speed. */
const mostThreads = 8;

/** How often progress is looked at, milliseconds. */
const pollMs = 150;

/** Text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A DuckDB database in memory that can read and write the given files and nothing else: no network, no extensions, no
 * other file. Several queries may run at once, each on a connection of its own.
 */
export class TableSession {
  readonly #instance: DuckDBInstance;
  readonly #overflow: string;
  readonly #streams = new Set<DuckDBConnection>();

  private constructor(instance: DuckDBInstance, overflow: string) {
    this.#instance = instance;
    this.#overflow = overflow;
  }

  static async open(files: readonly string[]): Promise<TableSession> {
    // Loaded when a table is first read: the library is large.
    const { DuckDBInstance } = await import('@duckdb/node-api');
    await removeLeftovers();
    const overflow = newCacheFile('.overflow');
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      memory_limit: `${Math.floor(memoryBytes / 1e6)}MB`,
      threads: String(Math.min(mostThreads, availableParallelism())),
      temp_directory: overflow,
      preserve_insertion_order: 'true',
    });
    const session = new TableSession(instance, overflow);
    const connection = await instance.connect();
    try {
      const allowed = `[${[...files, overflow].map(quoted).join(', ')}]`;
      await connection.run(`SET allowed_paths = ${allowed}`);
      await connection.run(`SET allowed_directories = [${quoted(overflow)}]`);
      await connection.run(`SET TimeZone = 'UTC'`);
      await connection.run('SET enable_external_access = false');
    } finally {
      connection.closeSync();
    }
    return session;
  }

  /**
   * Rows of an answer that fits in memory. An abort interrupts it and throws the signal's reason. `tell` hears how far
   * the scan is, 0 to 1.
   */
  async query(
    sql: string,
    signal: AbortSignal,
    tell?: (fraction: number) => void,
  ): Promise<readonly (readonly SqlValue[])[]> {
    return this.#with(signal, tell, async (connection) => {
      const result = await connection.runAndReadAll(sql);
      return result.getRowsJS() as readonly (readonly SqlValue[])[];
    });
  }

  /** Names and types of the columns of a query. */
  async columnsOf(
    sql: string,
    signal: AbortSignal,
  ): Promise<{ readonly names: readonly string[]; readonly types: readonly DuckDBType[] }> {
    return this.#with(signal, undefined, async (connection) => {
      const result = await connection.run(`SELECT * FROM (${sql}) LIMIT 0`);
      return { names: result.columnNames(), types: result.columnTypes() };
    });
  }

  /** Runs statements on one connection, so that what the first leaves (rejected rows) is there for the next. */
  async queries(
    statements: readonly string[],
    signal: AbortSignal,
    tell?: (fraction: number) => void,
  ): Promise<readonly (readonly (readonly SqlValue[])[])[]> {
    return this.#with(signal, tell, async (connection) => {
      const answers: (readonly (readonly SqlValue[])[])[] = [];
      for (const sql of statements) {
        const result = await connection.runAndReadAll(sql);
        answers.push(result.getRowsJS() as readonly (readonly SqlValue[])[]);
      }
      return answers;
    });
  }

  /** An answer piece by piece; `work` takes it before its connection ends. */
  async *stream<Piece>(
    sql: string,
    signal: AbortSignal,
    pieces: (result: DuckDBResult) => AsyncGenerator<Piece>,
  ): AsyncGenerator<Piece> {
    signal.throwIfAborted();
    const connection = await this.#instance.connect();
    this.#streams.add(connection);
    const stop = () => {
      connection.interrupt();
    };
    signal.addEventListener('abort', stop);
    try {
      yield* pieces(await connection.stream(sql));
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#streams.delete(connection);
      connection.closeSync();
    }
  }

  /** From now on one thread reads: memory is what counts. */
  async useOneThread(signal: AbortSignal): Promise<void> {
    await this.query('SET threads = 1', signal);
  }

  async close(): Promise<void> {
    for (const connection of this.#streams) connection.interrupt();
    this.#instance.closeSync();
    await rm(this.#overflow, { recursive: true, force: true });
  }

  async #with<Value>(
    signal: AbortSignal,
    tell: ((fraction: number) => void) | undefined,
    work: (connection: DuckDBConnection) => Promise<Value>,
  ): Promise<Value> {
    signal.throwIfAborted();
    const connection = await this.#instance.connect();
    const stop = () => {
      connection.interrupt();
    };
    signal.addEventListener('abort', stop);
    let timer: NodeJS.Timeout | undefined;
    try {
      if (tell !== undefined) {
        await connection.run('SET enable_progress_bar = true');
        await connection.run('SET enable_progress_bar_print = false');
        timer = setInterval(() => {
          const { percentage } = connection.progress;
          if (percentage > 0) tell(Math.min(1, percentage / 100));
        }, pollMs);
      }
      return await work(connection);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
      connection.closeSync();
    }
  }
}
