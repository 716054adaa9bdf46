import { expect, test } from 'vitest';
import { deviceThatTrains } from '#renderer/parts/devices/deviceThatTrains.ts';
import type { ListedDevice } from '#shared/protocol/types.ts';

function device(id: string, more: Partial<ListedDevice> = {}): ListedDevice {
  return {
    id,
    title: { en: id, 'zh-CN': id },
    unavailable: null,
    version: '1',
    detail: { en: '', 'zh-CN': '' },
    memoryBytes: null,
    install: null,
    installing: null,
    ...more,
  };
}

const devices = [
  device('cuda', { unavailable: { code: 'device.noGpu', severity: 'error', values: {} } }),
  device('webgpu', { isSoftware: true }),
  device('wasm'),
];

test.each([
  ['auto', 'wasm'],
  ['webgpu', 'webgpu'],
  ['cuda', 'cuda'],
  ['gone', undefined],
])('%s means %s', (chosen, id) => {
  expect(deviceThatTrains(devices, chosen)?.id).toBe(id);
});
