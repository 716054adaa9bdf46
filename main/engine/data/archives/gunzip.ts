import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { counter } from '#main/engine/data/archives/limits.ts';
import type { UnpackLimits } from '#main/engine/data/archives/limits.ts';
import type { UnpackWork } from '#main/engine/data/archives/unpack.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/** The name of what a gzip of one file unpacks to; what its head says is not trusted. */
export const gunzipped = 'content';

/**
 * Unpacks a gzip of one file into an empty folder, as a stream. A gzip does not say truly how large it becomes: it is
 * counted while it unpacks. Gives the number of links, which is 0.
 */
export async function gunzip(
  file: string,
  packedBytes: number,
  into: string,
  limits: UnpackLimits,
  { signal, tell }: UnpackWork,
): Promise<Result<number>> {
  const count = counter(file, packedBytes, limits);
  const packed = createReadStream(file, { highWaterMark: 2 ** 20 });
  const checked = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      const tooMuch = count.more(piece.length);
      if (tooMuch !== null) throw new ReadFailure(tooMuch);
      tell(packed.bytesRead / packedBytes);
      yield piece;
    }
  };
  try {
    await pipeline(
      packed,
      createGunzip({ chunkSize: 2 ** 18 }),
      checked,
      createWriteStream(path.join(into, gunzipped)),
      { signal },
    );
    return ok(0);
  } catch (error) {
    if (error instanceof ReadFailure) return fail(error.problem);
    throw error;
  }
}
