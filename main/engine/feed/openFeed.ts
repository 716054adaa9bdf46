import { rm } from 'node:fs/promises';
import type { Values } from '#main/engine/data/source/table.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import {
  claimFolder,
  folderOf,
  makeRoom,
  shareFolder,
  touchFolder,
} from '#main/engine/feed/cacheFolders.ts';
import type { Feed, FeedRequest, OpenFeed, PreparedPiece } from '#main/engine/feed/feed.ts';
import { RowFiles } from '#main/engine/feed/rowFiles.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const elementBytes = { uint8: 1, int32: 4, float32: 4 } as const;

/** Progress is told when it has grown by this much. */
const told = 0.01;

export const openFeed: OpenFeed = async (request) => {
  const { columns, rowCount, key, gather } = request;
  const rowBytes = columns.reduce(
    (sum, { shape, dtype }) => sum + sizeOf(shape) * elementBytes[dtype],
    0,
  );
  const kept = folderOf(JSON.stringify([key, columns, rowCount]));
  await touchFolder(kept);
  const room = await makeRoom(rowCount * rowBytes);
  const hasRoom = room >= rowCount * rowBytes;
  if (!hasRoom && gather === null) {
    return refuse('feed.noSpace', {
      needed: bytesText(rowCount * rowBytes),
      free: bytesText(room),
    });
  }
  if (!hasRoom && gather !== null) return ok(unkept(gather));
  const folder = await claimFolder(kept);
  const files = await RowFiles.open(folder, columns, rowCount);
  const drop = async () => {
    await files.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (gather === null && !files.isComplete) await fill(files, request);
  } catch (error) {
    await drop();
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      return refuse('feed.noSpace', {
        needed: bytesText(rowCount * rowBytes),
        free: bytesText(room),
      });
    }
    throw error;
  }
  if (gather === null) {
    return ok({
      rows: (column, numbers) => files.read(column, numbers),
      close: async () => {
        await files.close();
        await shareFolder(folder, kept);
      },
    });
  }
  const lazy = new LazyRows(files, gather);
  return ok({
    rows: (column, numbers) => lazy.rows(column, numbers),
    close: async () => {
      await lazy.settle();
      await files.close();
      await shareFolder(folder, kept);
    },
  });
};

/** Writes all rows in the order of the source. */
async function fill(
  files: RowFiles,
  { prepared, rowCount, tell, signal }: FeedRequest,
): Promise<void> {
  let from = 0;
  let last = 0;
  for await (const { count, values } of prepared()) {
    signal.throwIfAborted();
    await files.write(
      Uint32Array.from({ length: count }, (_, index) => from + index),
      values,
    );
    from += count;
    const fraction = from / rowCount;
    if (fraction - last < told && fraction < 1) continue;
    last = fraction;
    tell(fraction);
  }
}

/** Rows that are prepared anew each time: there is no room to keep them. */
function unkept(gather: (rows: Uint32Array) => Promise<PreparedPiece>): Feed {
  return {
    rows: async (column, numbers) => {
      const { values } = await gather(numbers);
      return values[column] ?? new Float32Array();
    },
    close: () => Promise.resolve(),
  };
}

/** Rows that are prepared when they are first asked for, and kept. */
class LazyRows {
  readonly #files: RowFiles;
  readonly #gather: (rows: Uint32Array) => Promise<PreparedPiece>;
  /** Rows that are being prepared. */
  readonly #underway = new Map<number, Promise<void>>();

  constructor(files: RowFiles, gather: (rows: Uint32Array) => Promise<PreparedPiece>) {
    this.#files = files;
    this.#gather = gather;
  }

  async rows(column: number, numbers: Uint32Array): Promise<Values> {
    const { present } = this.#files;
    const missing = [
      ...new Set(numbers.filter((row) => present[row] !== 1 && !this.#underway.has(row))),
    ];
    if (missing.length > 0) {
      const work = this.#prepare(Uint32Array.from(missing).sort()).finally(() => {
        for (const row of missing) this.#underway.delete(row);
      });
      for (const row of missing) this.#underway.set(row, work);
      // Heard below; others that wait for the same rows hear of it too.
      work.catch(() => undefined);
    }
    const waits = new Set<Promise<void>>();
    for (const row of numbers) {
      const work = this.#underway.get(row);
      if (work !== undefined) waits.add(work);
    }
    await Promise.all(waits);
    return this.#files.read(column, numbers);
  }

  /** Waits for what is being prepared; failures were told to those who asked. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#underway.values());
  }

  async #prepare(rows: Uint32Array): Promise<void> {
    const { values } = await this.#gather(rows);
    await this.#files.write(rows, values);
  }
}
