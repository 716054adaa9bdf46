import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes entries below a folder, which is made by us and holds no links; folders are made once. The content is opened when
 * it can be written at once: a damaged entry fails as soon as it is open, and nobody would hear it.
 */
export function entryWriter(root: string) {
  const made = new Set<string>();
  return async (names: readonly string[], open: () => Promise<Readable>, signal: AbortSignal) => {
    const file = path.join(root, ...names);
    const folder = path.dirname(file);
    if (!made.has(folder)) {
      await mkdir(folder, { recursive: true });
      made.add(folder);
    }
    await pipeline(await open(), createWriteStream(file), { signal });
  };
}
