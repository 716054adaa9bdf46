import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { NpyHead } from '#main/engine/data/arrays/npy.ts';
import { isTextArray, npyNumbers, npyTexts, parseNpyHead } from '#main/engine/data/arrays/npy.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** An array in a file, read a few rows at a time. */
export interface ArrayFile {
  readonly head: NpyHead;
  /** Rows along the first axis. */
  readonly count: number;
  /** Bytes of all of it. */
  readonly bytes: number;
  /** Rows that follow each other, as cells of `shape`, which has as many numbers as a row. */
  read(from: number, count: number, shape: readonly number[]): Promise<Cells>;
  /** These rows, in this order. */
  take(rows: ArrayLike<number>, shape: readonly number[]): Promise<Cells>;
  close(): Promise<void>;
}

/** Bytes that hold every usual head. */
const headBytes = 16 * 1024;

/**
 * Opens a .npy file; whoever does closes it. Problems: `data.fileMissing`, `data.fileUnreadable`, `data.cutShort`, those of
 * `parseNpyHead`.
 */
export async function openArrayFile(file: string): Promise<Result<ArrayFile>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file }, { place: { file } })
      : refuse('data.fileUnreadable', { file, reason: code ?? '' }, { place: { file } });
  }
  try {
    const { size } = await handle.stat();
    const first = new Uint8Array(Math.min(headBytes, size));
    await handle.read(first, 0, first.length, 0);
    const head = parseNpyHead(first, file);
    if (!head.ok) {
      await handle.close();
      return fail(head.problem);
    }
    const { shape, start, itemBytes } = head.value;
    const bytes = sizeOf(shape) * itemBytes;
    if (start + bytes > size) {
      await handle.close();
      const values = { file, expected: start + bytes, actual: size };
      return refuse('data.cutShort', values, { place: { file } });
    }
    return ok(arrayFile(handle, file, head.value, bytes));
  } catch (error) {
    await handle.close();
    const { code } = error as NodeJS.ErrnoException;
    return refuse('data.fileUnreadable', { file, reason: code ?? '' }, { place: { file } });
  }
}

function arrayFile(handle: FileHandle, file: string, head: NpyHead, bytes: number): ArrayFile {
  const count = head.shape[0] ?? 0;
  const rowBytes = count === 0 ? 0 : bytes / count;
  const readInto = async (target: Uint8Array, row: number) => {
    let done = 0;
    while (done < target.length) {
      const at = head.start + row * rowBytes + done;
      const { bytesRead } = await handle.read(target, done, target.length - done, at);
      if (bytesRead === 0) {
        // The file was whole when it was opened.
        const values = { file, expected: at + target.length - done, actual: at };
        const place = { file };
        throw new ReadFailure({ code: 'data.cutShort', severity: 'error', values, place });
      }
      done += bytesRead;
    }
  };
  const cells = (content: Uint8Array, shape: readonly number[]): Cells =>
    isTextArray(head)
      ? { type: 'texts', values: npyTexts(head, content) }
      : { type: 'numbers', shape, values: npyNumbers(head, content) };
  return {
    head,
    count,
    bytes,
    async read(from, rows, shape) {
      const content = new Uint8Array(rows * rowBytes);
      await readInto(content, from);
      return cells(content, shape);
    },
    async take(rows, shape) {
      const content = new Uint8Array(rows.length * rowBytes);
      for (let index = 0; index < rows.length; index++) {
        const target = content.subarray(index * rowBytes, (index + 1) * rowBytes);
        await readInto(target, rows[index] ?? 0);
      }
      return cells(content, shape);
    },
    close: () => handle.close(),
  };
}
