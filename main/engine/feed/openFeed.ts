import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Values } from '#main/engine/data/table.ts';
import { sizeOf } from '#main/engine/data/table.ts';
import type { FeedColumn, OpenFeed } from '#main/engine/feed/feed.ts';
import { ok } from '#shared/problems/problem.ts';

/** Columns in files of a temporary folder, one each, row after row; a batch is read when it is asked for. */
export const openFeed: OpenFeed = async (request) => {
  const { columns, rowCount, signal } = request;
  const folder = await mkdtemp(path.join(tmpdir(), 'strata-feed-'));
  const files: FileHandle[] = [];
  const close = async () => {
    for (const file of files) await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const index of columns.keys()) {
      files.push(await open(path.join(folder, String(index)), 'w+'));
    }
    let written = 0;
    for await (const piece of request.prepared()) {
      signal.throwIfAborted();
      for (const [index, values] of piece.values.entries()) {
        const { buffer, byteOffset, byteLength } = values;
        await files[index]?.write(new Uint8Array(buffer, byteOffset, byteLength));
      }
      written += piece.count;
      request.tell(written / rowCount);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return ok({
    rows: async (index, numbers) => {
      const column = columns[index];
      const file = files[index];
      if (column === undefined || file === undefined)
        throw new Error('The feed has no such column.');
      const size = sizeOf(column.shape);
      const values = zerosOf(column, numbers.length * size);
      const bytes = new Uint8Array(values.buffer);
      const rowBytes = size * values.BYTES_PER_ELEMENT;
      for (const [place, row] of numbers.entries()) {
        await file.read(bytes, place * rowBytes, rowBytes, row * rowBytes);
      }
      return values;
    },
    ahead: () => undefined,
    close,
  });
};

function zerosOf({ dtype }: FeedColumn, length: number): Values {
  if (dtype === 'uint8') return new Uint8Array(length);
  return dtype === 'int32' ? new Int32Array(length) : new Float32Array(length);
}
