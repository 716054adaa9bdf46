import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Header } from 'tar-stream';
import { extract } from 'tar-stream';
import { entryPlace } from '#main/engine/data/archives/entryName.ts';
import type { UnpackLimits } from '#main/engine/data/archives/limits.ts';
import { counter } from '#main/engine/data/archives/limits.ts';
import type { UnpackWork } from '#main/engine/data/archives/unpack.ts';
import { entryWriter } from '#main/engine/data/archives/writeEntry.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/**
 * Unpacks a tar, gzipped or not, into an empty folder, as a stream. An entry's size is checked before it is written. Gives
 * the number of links that were left out.
 */
export async function untar(
  isGzipped: boolean,
  file: string,
  packedBytes: number,
  into: string,
  limits: UnpackLimits,
  { signal, tell }: UnpackWork,
): Promise<Result<number>> {
  const count = counter(file, packedBytes, limits);
  const write = entryWriter(into);
  let links = 0;
  const take = async ({ name, type, size }: Header, content: AsyncIterable<unknown>) => {
    const tooMuch = count.entry(size);
    if (tooMuch !== null) throw new ReadFailure(tooMuch);
    const target = entryPlace(name);
    if (target.kind === 'unsafe') {
      const values = { file, entry: name };
      const place = { file };
      throw new ReadFailure({ code: 'data.archiveUnsafe', severity: 'error', values, place });
    }
    const isFile = type === 'file' || type === 'contiguous-file';
    if (!isFile && type !== 'directory') links += 1;
    if (!isFile || target.kind !== 'file') return false;
    await write(target.names, () => Promise.resolve(Readable.from(content)), signal);
    return true;
  };
  const packed = createReadStream(file, { highWaterMark: 2 ** 20 });
  const unpacking = extract();
  // What ends the pipeline is told there; the library's streams would throw it a second time.
  const told = () => undefined;
  unpacking.on('error', told);
  unpacking.on('entry', (header, content, next) => {
    content.on('error', told);
    take(header, content).then(
      (isTaken) => {
        tell(packed.bytesRead / packedBytes);
        if (!isTaken) content.resume();
        next();
      },
      (error: unknown) => {
        next(error as Error);
      },
    );
  });
  // The library's streams do what Node's do, and have types of their own.
  const target = unpacking as unknown as NodeJS.WritableStream;
  try {
    if (isGzipped) await pipeline(packed, createGunzip(), target, { signal });
    else await pipeline(packed, target, { signal });
    return ok(links);
  } catch (error) {
    if (error instanceof ReadFailure) return fail(error.problem);
    throw error;
  }
}
