import { expect } from 'vitest';
import { nextEvent, valueOf } from './connectedHost.ts';
import type { Cases } from './connectedHost.ts';

/** The cases of requests about what the program is and the preferences. */
export const settingsCases = {
  async hostInfo(host) {
    const info = await valueOf(host.request('hostInfo', {}));
    expect(['electron', 'web', 'cli']).toContain(info.host);
    expect(info.platform).toBe(process.platform);
    expect(info.version).not.toBe('');
  },

  async getPreferences(host) {
    const { theme, device } = await valueOf(host.request('getPreferences', {}));
    expect(['system', 'light', 'dark']).toContain(theme);
    expect(device).toBe('auto');
  },

  async setPreferences(host) {
    const before = await valueOf(host.request('getPreferences', {}));
    const told = nextEvent(host, 'preferencesChanged');
    const wanted = { ...before, theme: 'dark', language: 'zh-CN' } as const;
    expect(await valueOf(host.request('setPreferences', wanted))).toEqual(wanted);
    expect((await told).data.preferences).toEqual(wanted);
    expect(await valueOf(host.request('getPreferences', {}))).toEqual(wanted);
    await valueOf(host.request('setPreferences', before));
  },
} satisfies Partial<Cases>;
