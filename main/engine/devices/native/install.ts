// Installing and repairing are one thing: what should lie in the folder is compared with what lies there, and only what is
// missing is made. A new engine is put together in `<folder>.part` and moved into place when it has been loaded once; what a
// broken-off install had finished is used by the next.
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { compileBinding } from '#main/engine/devices/native/compileBinding.ts';
import { ownFolderOf } from '#main/engine/devices/native/engineFolder.ts';
import { takeInstallLock } from '#main/engine/devices/native/installLock.ts';
import { InstallMeter } from '#main/engine/devices/native/installMeter.ts';
import type { OnInstallProgress } from '#main/engine/devices/native/installMeter.ts';
import {
  damagedFiles,
  hashFile,
  readManifest,
  writeManifest,
} from '#main/engine/devices/native/manifest.ts';
import type { Manifest, ManifestFile } from '#main/engine/devices/native/manifest.ts';
import { takeOfficial } from '#main/engine/devices/native/officialBinding.ts';
import { bindingFile } from '#main/engine/devices/native/openNative.ts';
import { downloadBytesOf } from '#main/engine/devices/native/platforms.ts';
import type { NativePackage } from '#main/engine/devices/native/platforms.ts';
import { isCancelled } from '#main/engine/devices/native/runProgram.ts';
import { tryBinding } from '#main/engine/devices/native/tryBinding.ts';
import { WheelFiles } from '#main/engine/devices/native/wheelFiles.ts';
import { findCompiler, findPip } from '#main/engine/devices/native/findTools.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** How an install is watched and ended. */
export interface InstallControl {
  readonly signal: AbortSignal;
  readonly onProgress: OnInstallProgress;
}

interface Work {
  readonly one: NativePackage;
  readonly target: string;
  /** `<target>.part`: downloads, and the files that are made. */
  readonly part: string;
  readonly signal: AbortSignal;
  readonly meter: InstallMeter;
}

/**
 * Installs the library of a device, or repairs it where it is damaged; a whole one is left alone. Problems: `install.*`, and
 * `workspace.*` of the file system.
 */
export async function install(one: NativePackage, control: InstallControl): Promise<Result<null>> {
  const { signal } = control;
  const target = ownFolderOf(one);
  const release = await takeInstallLock(target);
  if (release === null) return refuse('install.goesOn', { device: one.device });
  const meter = new InstallMeter(one, control.onProgress);
  const work: Work = { one, target, part: `${target}.part`, signal, meter };
  try {
    meter.step('preparing');
    await mkdir(path.join(work.part, 'files'), { recursive: true });
    const installed = await readManifest(target);
    const made = installed === null ? await makeAll(work) : await repair(work, installed);
    if (made.ok) await rm(work.part, { recursive: true, force: true });
    return made;
  } catch (error) {
    if (isCancelled(signal)) return refuse('install.cancelled');
    const reason = error instanceof Error ? error.message : String(error);
    return fail(fileProblem(error) ?? problem('install.failed', reason));
  } finally {
    meter.end();
    await release();
  }
}

async function makeAll(work: Work): Promise<Result<null>> {
  const { one, target, part, signal, meter } = work;
  const files = path.join(part, 'files');
  const made = await makeFiles(work, files);
  if (!made.ok) return made;
  meter.step('checking');
  const tried = await tryBinding(files, signal);
  if (!tried.ok) return tried;
  await writeManifest(files, { device: one.device, version: one.version, files: made.value });
  // Whatever lies there has no manifest, so it is not whole.
  await rm(target, { recursive: true, force: true });
  await rename(files, target);
  return ok(null);
}

async function makeFiles(work: Work, files: string): Promise<Result<ManifestFile[]>> {
  const { one, part, signal, meter } = work;
  const compiler = one.compile === null ? null : await findCompiler(one.compile.compilers, signal);
  if (one.compile === null || compiler === null) {
    const taken = await takeOfficial(one, { part, files, signal, meter });
    if (taken.ok || one.compile === null || isCancelled(signal)) return taken;
    return refuse('install.noCompiler', { compiler: one.compile.compilers[0] ?? '' });
  }
  const pip = await findPip(signal);
  if (pip === null) return refuse('install.noPip');
  const room = await checkRoom(work, downloadBytesOf(one) + one.diskBytes);
  if (!room.ok) return room;
  const wheels = new WheelFiles({ part, pip, signal, meter });
  const made: ManifestFile[] = [];
  for (const wheel of one.wheels) {
    const unpacked = await wheels.take(wheel, wheel.take, files);
    if (!unpacked.ok) return unpacked;
    made.push(...unpacked.value);
  }
  const binding = await makeBinding(work, { folder: files, output: path.join(files, bindingFile) });
  if (!binding.ok) return binding;
  return ok([...made, binding.value]);
}

async function repair(work: Work, installed: Manifest): Promise<Result<null>> {
  const { one, target, part, signal, meter } = work;
  meter.step('checking');
  const damaged = await damagedFiles(target, installed);
  const isOfficial = !installed.files.some((file) => file.path === bindingFile);
  // What came with an official download can only be fetched whole.
  if (isOfficial && damaged.size > 0) return makeAll(work);
  const again: ManifestFile[] = [];
  const settle = async (file: ManifestFile) => {
    await mkdir(path.dirname(path.join(target, file.path)), { recursive: true });
    await rename(path.join(part, 'files', file.path), path.join(target, file.path));
    again.push(file);
  };
  const broken = one.wheels.filter(({ take }) => take.some((file) => damaged.has(file)));
  if (broken.length > 0) {
    const pip = await findPip(signal);
    if (pip === null) return refuse('install.noPip');
    const bytes = broken.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const room = await checkRoom(work, bytes + one.diskBytes);
    if (!room.ok) return room;
    const wheels = new WheelFiles({ part, pip, signal, meter });
    for (const wheel of broken) {
      const wanted = wheel.take.filter((file) => damaged.has(file));
      const unpacked = await wheels.take(wheel, wanted, path.join(part, 'files'));
      if (!unpacked.ok) return unpacked;
      for (const file of unpacked.value) await settle(file);
    }
  }
  if (damaged.has(bindingFile)) {
    const output = path.join(part, 'files', bindingFile);
    const binding = await makeBinding(work, { folder: target, output });
    if (!binding.ok) return binding;
    await settle(binding.value);
  }
  const byPath = new Map(again.map((file) => [file.path, file]));
  await writeManifest(target, {
    ...installed,
    files: installed.files.map((file) => byPath.get(file.path) ?? file),
  });
  return ok(null);
}

async function makeBinding(
  { one, signal, meter }: Work,
  places: { readonly folder: string; readonly output: string },
): Promise<Result<ManifestFile>> {
  if (one.compile === null) return refuse('install.noCompiler', { compiler: '' });
  meter.step('compiling');
  const compiled = await compileBinding(one.compile, places, signal);
  if (!compiled.ok) return compiled;
  const [sha256, { size }] = await Promise.all([hashFile(places.output), stat(places.output)]);
  return ok({ path: bindingFile, sizeBytes: size, sha256: sha256 ?? '', mtimeMs: 0 });
}

/** Space beyond the files themselves, for the compiler and the rest of the machine. */
const spareBytes = 200_000_000;

async function checkRoom({ part }: Work, neededBytes: number): Promise<Result<null>> {
  const { bavail, bsize } = await statfs(part);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes + spareBytes) return ok(null);
  return refuse('install.noSpace', {
    needed: bytesText(neededBytes + spareBytes),
    free: bytesText(freeBytes),
    folder: path.dirname(part),
  });
}

function problem(code: string, reason: string) {
  return { code, severity: 'error', values: { reason } } as const;
}
