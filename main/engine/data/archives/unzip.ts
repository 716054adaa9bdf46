import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { entryPlace, zipName } from '#main/engine/data/archives/entryName.ts';
import type { UnpackLimits } from '#main/engine/data/archives/limits.ts';
import { counter } from '#main/engine/data/archives/limits.ts';
import type { UnpackWork } from '#main/engine/data/archives/unpack.ts';
import { entryWriter } from '#main/engine/data/archives/writeEntry.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** Type of a Unix file in the upper half of an entry's attributes. */
const typeMask = 0xf000;
const regularType = 0x8000;

interface Planned {
  readonly entry: Entry;
  readonly names: readonly string[];
}

/**
 * Unpacks a zip into an empty folder. All that its directory says is checked before anything is written; the library checks
 * that no entry grows beyond what it says. Gives the number of links that were left out.
 */
export async function unzip(
  file: string,
  packedBytes: number,
  into: string,
  limits: UnpackLimits,
  { signal, tell }: UnpackWork,
): Promise<Result<number>> {
  const zip = await openPromise(file, {
    decodeStrings: false,
    lazyEntries: true,
    autoClose: false,
  });
  try {
    const plan = await planOf(zip, file, packedBytes, limits, signal);
    if (!plan.ok) return plan;
    const write = entryWriter(into);
    let done = 0;
    for (const { entry, names } of plan.value.files) {
      await write(names, () => zip.openReadStreamPromise(entry), signal);
      done += entry.uncompressedSize;
      tell(done / Math.max(plan.value.bytes, 1));
    }
    return ok(plan.value.links);
  } finally {
    zip.close();
  }
}

async function planOf(
  zip: ZipFile,
  file: string,
  packedBytes: number,
  limits: UnpackLimits,
  signal: AbortSignal,
) {
  const place = { place: { file } };
  const count = counter(file, packedBytes, limits);
  const files: Planned[] = [];
  let links = 0;
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    const tooMuch = count.entry(entry.uncompressedSize);
    if (tooMuch !== null) return fail(tooMuch);
    const name = zipName(entry.fileNameRaw, entry.generalPurposeBitFlag);
    const target = entryPlace(name);
    if (target.kind === 'unsafe') return refuse('data.archiveUnsafe', { file, entry: name }, place);
    if (target.kind === 'leftOut') continue;
    const type = (entry.externalFileAttributes >>> 16) & typeMask;
    if (type !== 0 && type !== regularType) {
      links += 1;
      continue;
    }
    if (entry.isEncrypted()) return refuse('data.archiveEncrypted', { file, entry: name }, place);
    if (!entry.canDecodeFileData()) {
      const values = { file, entry: name, method: entry.compressionMethod };
      return refuse('data.archiveMethod', values, place);
    }
    files.push({ entry, names: target.names });
  }
  return ok({ files, links, bytes: count.bytes });
}
