import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { InstallMeter } from '#main/engine/devices/native/installMeter.ts';
import { officialBindingFolder } from '#main/engine/devices/native/engineFolder.ts';
import { hashFile } from '#main/engine/devices/native/manifest.ts';
import type { ManifestFile } from '#main/engine/devices/native/manifest.ts';
import { bindingFile } from '#main/engine/devices/native/openNative.ts';
import type { NativePackage } from '#main/engine/devices/native/platforms.ts';
import { isCancelled, runProgram } from '#main/engine/devices/native/runProgram.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Where npm puts tfjs-node, with an official download inside it if its install script was run. */
const packageNames = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'];
const ourPackage = '@tensorflow/tfjs-node-gpu';
/** The official binding looks for its library here, seen from its own folder. */
const libraryFolder = path.join('deps', 'lib');

/**
 * The library and the binding of tfjs-node's official download, for machines without a compiler: what lies in node_modules,
 * else fetched with tfjs-node's own install script, run in a copy so that node_modules stays as it is. Problem:
 * `install.noOfficial`. Not tried where the download can be reached.
 */
export async function takeOfficial(
  one: NativePackage,
  place: { part: string; files: string; signal: AbortSignal; meter: InstallMeter },
): Promise<Result<ManifestFile[]>> {
  if (one.device !== 'native-cpu') return refuse('install.noOfficial');
  const present = await firstPresent();
  const source = present ?? (await fetchOfficial(place));
  if (isCancelled(place.signal)) return refuse('install.cancelled');
  if (source === null) return refuse('install.noOfficial');
  // The binding's own search path leads from lib/napi-v8 to deps/lib; on Windows the library lies beside it.
  const [binding] = await bindingsIn(source);
  if (binding === undefined) return refuse('install.noOfficial');
  const copied = { recursive: true, dereference: true };
  await cp(path.dirname(binding), path.join(place.files, officialBindingFolder), copied);
  await cp(path.join(source, libraryFolder), path.join(place.files, libraryFolder), copied);
  return ok(await describeFiles(place.files));
}

async function firstPresent(): Promise<string | null> {
  const { resolve } = createRequire(import.meta.url);
  for (const name of packageNames) {
    try {
      const folder = path.dirname(resolve(`${name}/package.json`));
      if ((await bindingsIn(folder)).length > 0) return folder;
    } catch {
      // Not installed.
    }
  }
  return null;
}

async function bindingsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(folder, 'lib'), { recursive: true }).catch(() => []);
  return names
    .filter((name) => path.basename(name) === bindingFile)
    .map((name) => path.join(folder, 'lib', name));
}

async function fetchOfficial({
  part,
  signal,
  meter,
}: {
  part: string;
  signal: AbortSignal;
  meter: InstallMeter;
}): Promise<string | null> {
  meter.step('downloading');
  const source = path.dirname(createRequire(import.meta.url).resolve(`${ourPackage}/package.json`));
  const copy = path.join(part, 'official');
  await mkdir(copy, { recursive: true });
  for (const name of ['package.json', 'scripts', 'binding', 'binding.gyp']) {
    await cp(path.join(source, name), path.join(copy, name), { recursive: true });
  }
  const modules = path.resolve(source, '..', '..');
  await runProgram(process.execPath, ['scripts/install.js', 'cpu', 'download'], {
    signal,
    cwd: copy,
    env: {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_PATH: [path.join(source, 'node_modules'), modules].join(path.delimiter),
      PATH: [path.join(modules, '.bin'), process.env.PATH ?? ''].join(path.delimiter),
    },
  });
  return (await bindingsIn(copy)).length > 0 ? copy : null;
}

async function describeFiles(folder: string): Promise<ManifestFile[]> {
  const described: ManifestFile[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    const found = await stat(file);
    if (!found.isFile()) continue;
    const sha256 = (await hashFile(file)) ?? '';
    const relative = name.split(path.sep).join('/');
    described.push({ path: relative, sizeBytes: found.size, sha256, mtimeMs: 0 });
  }
  return described;
}
