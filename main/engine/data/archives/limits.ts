import { statfs } from 'node:fs/promises';
import { bytesText } from '#shared/problems/bytesText.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What an archive may unpack to. */
export interface UnpackLimits {
  readonly entries: number;
  readonly bytes: number;
  /** Unpacked bytes for one packed, once more than `ratioFrom` bytes are unpacked. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Far beyond every set of data that fits a disk; what is packed a thousandfold is no data. */
export const usualLimits: UnpackLimits = {
  entries: 2_000_000,
  bytes: 200 * 2 ** 30,
  ratio: 250,
  ratioFrom: 256 * 2 ** 20,
};

/** Bytes of the disk that stay free. */
const spareBytes = 512 * 2 ** 20;

/** The limits where this folder's disk has less room. */
export async function limitsFor(folder: string): Promise<UnpackLimits> {
  const { bavail, bsize } = await statfs(folder);
  return { ...usualLimits, bytes: Math.min(usualLimits.bytes, bavail * bsize - spareBytes) };
}

/** Counts what an archive unpacks to; `add` gives a problem when it is too much. */
export function counter(file: string, packedBytes: number, limits: UnpackLimits) {
  let entries = 0;
  let bytes = 0;
  const tooLarge = (): Problem | null => {
    const place = { file };
    const most = packedBytes * limits.ratio;
    if (entries > limits.entries) {
      const values = { file, entries: limits.entries };
      return { code: 'data.archiveTooMany', severity: 'error', values, place };
    }
    if (bytes > limits.ratioFrom && bytes > most) {
      const ratio = Math.round(bytes / Math.max(packedBytes, 1));
      const values = { file, ratio, limit: limits.ratio };
      return { code: 'data.archiveBomb', severity: 'error', values, place };
    }
    if (bytes > limits.bytes) {
      const values = { file, needed: bytesText(bytes), available: bytesText(limits.bytes) };
      return { code: 'data.archiveTooLarge', severity: 'error', values, place };
    }
    return null;
  };
  return {
    /** Counts an entry, of so many bytes as far as they are known. */
    entry(size: number): Problem | null {
      entries += 1;
      bytes += size;
      return tooLarge();
    },
    /** Counts further bytes of an entry whose size was not known. */
    more(size: number): Problem | null {
      bytes += size;
      return tooLarge();
    },
    get bytes() {
      return bytes;
    },
  };
}
