import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const unpack = promisify(gunzip);

/** A file is read whole: more than this is refused before it is opened, bytes. */
const largestFileBytes = 2 ** 31 - 1;

/**
 * The bytes of a file, unpacked if it is gzipped. Problems: `data.fileMissing`, `data.fileUnreadable`,
 * `data.fileTooLarge`, `data.gzipBroken`.
 */
export async function readBytes(file: string): Promise<Result<Uint8Array>> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > largestFileBytes) {
      return refuse('data.fileTooLarge', { file, bytes: size, limit: largestFileBytes });
    }
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file }, { place: { file } })
      : refuse('data.fileUnreadable', { file, reason: code ?? '' }, { place: { file } });
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes);
  try {
    return ok(await unpack(bytes, { maxOutputLength: largestFileBytes }));
  } catch {
    return refuse('data.gzipBroken', { file }, { place: { file } });
  }
}
