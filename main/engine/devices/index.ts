import { cudaDevice } from '#main/engine/devices/cuda.ts';
import type { Device, OpenDevice, OpenOptions } from '#main/engine/devices/device.ts';
import type { InstallControl } from '#main/engine/devices/native/install.ts';
import { nativeCpuDevice } from '#main/engine/devices/nativeCpu.ts';
import { wasmDevice } from '#main/engine/devices/wasm.ts';
import { webgpuDevice } from '#main/engine/devices/webgpu.ts';
import type { DeviceInfo } from '#shared/protocol/types.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Every device, the fastest first: `auto` takes the first that is available. */
const devices: readonly Device[] = [cudaDevice, nativeCpuDevice, webgpuDevice, wasmDevice];

/** What could train here, and why the rest could not. */
export async function listDevices(): Promise<readonly DeviceInfo[]> {
  return Promise.all(
    devices.map(async (device) => {
      const probe = await device.probe();
      const { id, title, needsNode = false } = device;
      const memoryBytes = probe.memoryBytes ?? null;
      return { id, title, needsNode, ...probe, memoryBytes, install: probe.install ?? null };
    }),
  );
}

/** Installs what a device needs, or repairs it. Problems: `device.unknown`, `device.nothingToInstall`, those of `install`. */
export async function installDevice(id: string, control: InstallControl): Promise<Result<null>> {
  const device = findDevice(id);
  if (!device.ok) return device;
  return device.value.install?.(control) ?? refuse('device.nothingToInstall', { device: id });
}

/** Starts a device by its id, or the fastest available one for `auto`. Problems: `device.needsNode`, those of `open`. */
export async function openDevice(
  id: string,
  options: OpenOptions = {},
): Promise<Result<OpenDevice>> {
  if (id !== 'auto') {
    const device = findDevice(id);
    if (!device.ok) return device;
    return isAtHome(device.value) ? device.value.open(options) : refuse('device.needsNode');
  }
  let last: Result<OpenDevice> = refuse('device.none');
  const preferred = devices.filter((each) => each.id === options.prefer);
  for (const device of new Set([...preferred, ...devices])) {
    if (!isAtHome(device)) continue;
    const { unavailable, isSoftware } = await device.probe();
    if (unavailable !== null || isSoftware === true) continue;
    last = await device.open(options);
    if (last.ok) return last;
  }
  return last;
}

/** Whether a device can work in this process. */
function isAtHome({ needsNode }: Device): boolean {
  return needsNode !== true || !('electron' in process.versions);
}

function findDevice(id: string): Result<Device> {
  const device = devices.find((candidate) => candidate.id === id);
  if (device !== undefined) return ok(device);
  return refuse('device.unknown', { device: id, known: devices.map((d) => d.id).join(', ') });
}
