import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

/** Name of the manifest inside an engine's folder. It is written last: a folder without it is unfinished. */
const manifestName = 'engine.json';

const fileSchema = z.object({
  /** Inside the folder, with `/`. */
  path: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  mtimeMs: z.number(),
});
const manifestSchema = z.object({
  device: z.string(),
  version: z.string(),
  files: z.array(fileSchema),
});

/** One file of an installed engine. */
export type ManifestFile = z.infer<typeof fileSchema>;
/** What an installed engine consists of. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a folder; null: nothing is installed there. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return manifestSchema.parse(
      JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')),
    );
  } catch {
    return null;
  }
}

/** Writes the manifest with the present times of the files. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const files = await Promise.all(
    manifest.files.map(async (file) => ({
      ...file,
      mtimeMs: (await stat(path.join(folder, file.path))).mtimeMs,
    })),
  );
  const text = `${JSON.stringify({ ...manifest, files }, null, 2)}\n`;
  await writeAtomic(path.join(folder, manifestName), text);
}

/**
 * Files that are missing or have another size or time than when they were installed: what every start looks at, in a
 * millisecond. `ignoreTimes` for folders that were copied.
 */
export async function changedFiles(
  folder: string,
  manifest: Manifest,
  { ignoreTimes }: { readonly ignoreTimes: boolean },
): Promise<readonly string[]> {
  const changed = await Promise.all(
    manifest.files.map(async (file) => {
      const found = await stat(path.join(folder, file.path)).catch(() => null);
      const isSame =
        found?.size === file.sizeBytes && (ignoreTimes || found.mtimeMs === file.mtimeMs);
      return isSame ? [] : [file.path];
    }),
  );
  return changed.flat();
}

/** Files whose content is not what was installed, by hash: some seconds for a gigabyte. */
export async function damagedFiles(
  folder: string,
  manifest: Manifest,
): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  for (const file of manifest.files) {
    const sha256 = await hashFile(path.join(folder, file.path));
    if (sha256 !== file.sha256) damaged.add(file.path);
  }
  return damaged;
}

/** SHA-256 of a file, in hexadecimal; null: it cannot be read. */
export async function hashFile(file: string, signal?: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 20 }),
      hash,
      signal === undefined ? {} : { signal },
    );
    return hash.digest('hex');
  } catch {
    return null;
  }
}
