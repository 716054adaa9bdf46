import { expect } from 'vitest';
import { codeOf, nextEvent, valueOf } from './connectedHost.ts';
import type { Cases } from './connectedHost.ts';
import { spiral } from './samples.ts';

/** The cases of requests about devices, their installation and races. */
export const deviceCases = {
  async listDevices(host) {
    const devices = await valueOf(host.request('listDevices', {}));
    expect(devices.filter(({ unavailable }) => unavailable === null).map(({ id }) => id)).toContain(
      'wasm',
    );
  },

  async installDevice(host) {
    expect(await codeOf(host.request('installDevice', { device: 'wasm' }))).toBe(
      'device.nothingToInstall',
    );
    expect(await codeOf(host.request('installDevice', { device: 'none' }))).toBe('device.unknown');
    // One that is installed and whole is compared with its hashes and left alone.
    const told = nextEvent(host, 'installEnded');
    expect(await valueOf(host.request('installDevice', { device: 'native-cpu' }))).toBe(null);
    expect((await told).data).toEqual({ device: 'native-cpu', problem: null });
  },

  async cancelInstall(host) {
    expect(await codeOf(host.request('cancelInstall', { device: 'native-cpu' }))).toBe(
      'install.notRunning',
    );
  },

  async raceDevices(host) {
    const { document } = await spiral(host);
    const told = nextEvent(host, 'raceEnded');
    const raced = await valueOf(host.request('raceDevices', { document, path: null }));
    expect((await told).data).toEqual({ documentId: document.id, result: raced });
    const wasm = raced.entries.find(({ device }) => device === 'wasm');
    expect(wasm?.problem).toBeNull();
    expect(wasm?.secondsPerEpoch).toBeGreaterThan(0);
    expect(wasm?.memoryBytes).toBeGreaterThan(10_000_000);
    expect(raced.entries.map(({ device }) => device)).toContain(raced.winner);
    const empty = { ...document, graph: { ...document.graph, nodes: [], edges: [] } };
    expect(await host.request('raceDevices', { document: empty, path: null })).toMatchObject({
      ok: false,
    });
  },

  async getRace(host) {
    const { document } = await spiral(host);
    const training = { ...document.training, batchSize: document.training.batchSize + 1 };
    const other = { ...document, training };
    expect(await valueOf(host.request('getRace', { document: other }))).toBeNull();
    const raced = await valueOf(host.request('raceDevices', { document: other, path: null }));
    const again = await valueOf(host.request('getRace', { document: other }));
    expect(again?.winner).toBe(raced.winner);
    expect(again?.measuredAtMs).toBe(raced.measuredAtMs);
  },

  async skipRace(host) {
    expect(await valueOf(host.request('skipRace', {}))).toBeNull();
  },
} satisfies Partial<Cases>;
