import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Device, OpenDevice, OpenOptions } from '#main/engine/devices/device.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerNativeKernels } from '#main/engine/devices/kernels/registerNativeKernels.ts';
import { bindingFolderOf, folderOf } from '#main/engine/devices/native/engineFolder.ts';
import type { EngineFolder } from '#main/engine/devices/native/engineFolder.ts';
import { setEnvironment } from '#main/engine/devices/native/environment.ts';
import { isOnPath, mayHavePip } from '#main/engine/devices/native/findTools.ts';
import { install } from '#main/engine/devices/native/install.ts';
import type { InstallControl } from '#main/engine/devices/native/install.ts';
import { isRunning } from '#main/engine/devices/native/installLock.ts';
import { changedFiles, readManifest } from '#main/engine/devices/native/manifest.ts';
import { openNative } from '#main/engine/devices/native/openNative.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import { downloadBytesOf, packageFor } from '#main/engine/devices/native/platforms.ts';
import type { NativePackage } from '#main/engine/devices/native/platforms.ts';
import { openGraphStepper } from '#main/engine/graphMode/graphStepper.ts';
import { registerNativeRepairs } from '#main/engine/graphMode/repairs/registerNativeRepairs.ts';
import type { LocalText, Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { DeviceInstall } from '#shared/protocol/types.ts';

/** Hardware that a native device needs. */
export interface Hardware {
  /** Name and kind, for the list of devices. */
  readonly detail: LocalText;
  readonly memoryBytes: number | null;
  /** Why it cannot be used; null: it can. */
  readonly unusable: Problem | null;
}

/** What makes one native device different from another. */
export interface NativeDeviceParts {
  readonly id: NativePackage['device'];
  readonly title: LocalText;
  hardware(): Promise<Hardware>;
  /** What the library should read from its environment besides what every native device sets. */
  environment?(folder: string): Readonly<Record<string, string>>;
  /** Looks at the opened library; null: it uses the hardware. */
  check(native: OpenedNative): Problem | null;
}

/** A device on a TensorFlow library of ours: the same for all, but for its hardware. */
export function nativeDevice(parts: NativeDeviceParts): Device {
  const { id, title } = parts;
  return {
    id,
    title,
    async probe() {
      const hardware = await parts.hardware();
      const one = packageFor(id);
      const common = {
        version: one?.version ?? '',
        detail: hardware.detail,
        memoryBytes: hardware.memoryBytes,
      };
      if (hardware.unusable !== null) return { ...common, unavailable: hardware.unusable };
      if (one === null) return { ...common, unavailable: noPackage(id) };
      const state = await stateOf(one);
      if (state === 'ready') return { ...common, unavailable: null };
      return { ...common, unavailable: stateProblem(id, state), install: installOf(one) };
    },
    async open(options = {}) {
      const one = packageFor(id);
      if (one === null) return fail(noPackage(id));
      const { unusable, memoryBytes } = await parts.hardware();
      if (unusable !== null) return fail(unusable);
      const native = await openWhole(parts, one, options);
      if (!native.ok) return native;
      const unfit = parts.check(native.value);
      if (unfit !== null) return fail(unfit);
      return ok(inUse(id, native.value, memoryBytes));
    },
    async install(control) {
      const one = packageFor(id);
      if (one === null) return fail(noPackage(id));
      const { unusable } = await parts.hardware();
      return unusable === null ? install(one, control) : fail(unusable);
    },
  };
}

function inUse(id: string, native: OpenedNative, memoryBytes: number | null): OpenDevice {
  registerGradients();
  registerNativeKernels();
  registerNativeRepairs();
  return {
    id,
    tf: native.tf,
    openStepper: openGraphStepper(native),
    native,
    memoryBytes,
    capabilities: { canReadSynchronously: true },
    close: () => undefined,
  };
}

/**
 * Opens the library; where its files have changed, or it cannot be loaded, it is repaired first. A library that is damaged may
 * end the process that loads it: a mark is left behind then, and the next process compares the hashes before it loads.
 */
async function openWhole(
  parts: NativeDeviceParts,
  one: NativePackage,
  { threads, onInstallProgress }: OpenOptions,
): Promise<Result<OpenedNative>> {
  const control: InstallControl = {
    signal: new AbortController().signal,
    onProgress: onInstallProgress ?? (() => undefined),
  };
  const state = await stateOf(one);
  if (state === 'absent') return fail(stateProblem(one.device, state));
  const before = folderOf(one);
  if (state === 'changed' || (await hasEndedLoading(before))) {
    const repaired = await install(one, control);
    if (!repaired.ok) return repaired;
  }
  const place = folderOf(one);
  setEnvironment(threads ?? { intraOp: null, interOp: null }, parts.environment?.(place.folder));
  const opened = await openMarked(place);
  if (opened.ok) return opened;
  const repaired = await install(one, control);
  return repaired.ok ? openMarked(folderOf(one)) : repaired;
}

/** The mark of a library that is being loaded, with the number of the process; a carried one lies where nothing is written. */
function markOf({ folder }: EngineFolder): string {
  return `${folder}.loading`;
}

async function hasEndedLoading(place: EngineFolder): Promise<boolean> {
  if (place.isCarried) return false;
  const pid = Number(await readFile(markOf(place), 'utf8').catch(() => ''));
  // One that lives is just loading it.
  return pid > 0 && (pid === process.pid || !isRunning(pid));
}

async function openMarked(place: EngineFolder): Promise<Result<OpenedNative>> {
  const open = () => openNative({ folder: bindingFolderOf(place.folder) });
  if (place.isCarried) return open();
  await writeFile(markOf(place), String(process.pid)).catch(() => undefined);
  try {
    return await open();
  } finally {
    await rm(markOf(place), { force: true }).catch(() => undefined);
  }
}

/** `changed`: sizes or times of its files are not those of the install. */
async function stateOf(one: NativePackage): Promise<'ready' | 'absent' | 'changed'> {
  const { folder, isCarried } = folderOf(one);
  const manifest = await readManifest(folder);
  if (manifest === null) return 'absent';
  const changed = await changedFiles(folder, manifest, { ignoreTimes: isCarried });
  return changed.length === 0 ? 'ready' : 'changed';
}

function stateProblem(device: string, state: 'absent' | 'changed'): Problem {
  const code = state === 'absent' ? 'device.notInstalled' : 'device.damaged';
  return { code, severity: 'error', values: { device } };
}

function noPackage(device: string): Problem {
  const platform = `${process.platform} ${process.arch}`;
  return { code: 'device.noPackage', severity: 'error', values: { device, platform } };
}

/** An install below this is done without being asked for: as much as `npm install` of tfjs-node fetches. */
const automaticBytes = 500_000_000;

function installOf(one: NativePackage): DeviceInstall {
  const refusal = !mayHavePip() && one.wheels.length > 0 ? refuse('install.noPip') : null;
  const compilers = one.compile?.compilers ?? [];
  const noCompiler =
    compilers.length > 0 && !isOnPath(compilers)
      ? refuse('install.noCompiler', { compiler: compilers[0] ?? '' })
      : null;
  return {
    downloadBytes: downloadBytesOf(one),
    diskBytes: one.diskBytes,
    isAutomatic: downloadBytesOf(one) < automaticBytes,
    hindrance: (refusal ?? noCompiler)?.problem ?? null,
  };
}
