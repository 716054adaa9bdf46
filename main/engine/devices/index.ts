import type { Device, OpenDevice } from '#main/engine/devices/device.ts';
import { wasmDevice } from '#main/engine/devices/wasm.ts';
import type { DeviceInfo } from '#shared/protocol/types.ts';
import type { Result } from '#shared/problems/problem.ts';
import { refuse } from '#shared/problems/problem.ts';

/** Every device, the fastest first: `auto` takes the first that is available. */
const devices: readonly Device[] = [wasmDevice];

/** What could train here, and why the rest could not. */
export async function listDevices(): Promise<readonly DeviceInfo[]> {
  return Promise.all(
    devices.map(async (device) => ({
      id: device.id,
      title: device.title,
      ...(await device.probe()),
    })),
  );
}

/** Starts a device by its id, or the fastest available one for `auto`. */
export async function openDevice(id: string): Promise<Result<OpenDevice>> {
  if (id !== 'auto') {
    const device = devices.find((candidate) => candidate.id === id);
    if (device === undefined) {
      return refuse('device.unknown', { device: id, known: devices.map((d) => d.id).join(', ') });
    }
    return device.open();
  }
  let last: Result<OpenDevice> = refuse('device.none');
  for (const device of devices) {
    const { unavailable } = await device.probe();
    if (unavailable !== null) continue;
    last = await device.open();
    if (last.ok) return last;
  }
  return last;
}
