import type { InstallProgress, ListedDevice } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { HostSlice } from '#renderer/store/state.ts';

/** More than these would cover the page; the oldest goes. */
const mostNotices = 4;

function withProgress(
  devices: readonly ListedDevice[],
  id: string,
  installing: InstallProgress | null,
): readonly ListedDevice[] {
  return devices.map((device) => (device.id === id ? { ...device, installing } : device));
}

/** Preferences, devices, connection and short messages. */
export const createHostSlice: Slice<HostSlice> = (set, get) => {
  let nextNotice = 1;
  return {
    hostInfo: null,
    connection: 'connecting',
    refusedBecause: null,
    preferences: {
      theme: 'system',
      language: 'system',
      device: 'auto',
      singleLetterShortcuts: true,
      installEngines: true,
    },
    devices: [],
    notices: [],

    async setPreferences(part) {
      const before = get().preferences;
      const preferences = { ...before, ...part };
      // Shown at once; taken back where it could not be kept.
      set({ preferences });
      const answer = await getHost().request('setPreferences', preferences);
      if (answer.ok) return;
      set({ preferences: before });
      get().notify({ tone: 'danger', problem: answer.problem });
    },

    async loadDevices() {
      const answer = await getHost().request('listDevices', {});
      if (answer.ok) set({ devices: answer.value });
      else get().notify({ tone: 'danger', problem: answer.problem });
    },

    async installDevice(device) {
      // How it ended comes as an event, to this page as to every other.
      await getHost().request('installDevice', { device });
    },

    async cancelInstall(device) {
      const answer = await getHost().request('cancelInstall', { device });
      if (!answer.ok) await get().loadDevices();
    },

    takeInstall(progress) {
      set({ devices: withProgress(get().devices, progress.device, progress) });
    },

    endInstall(device, problem) {
      set({ devices: withProgress(get().devices, device, null) });
      if (problem !== null && problem.code !== 'install.cancelled') {
        get().notify({ tone: 'danger', problem });
      }
      void get().loadDevices();
    },

    notify(notice) {
      const id = nextNotice++;
      // The same problem again replaces the message that is already there.
      const others = get().notices.filter(
        ({ problem }) =>
          problem === undefined ||
          notice.problem === undefined ||
          JSON.stringify(problem) !== JSON.stringify(notice.problem),
      );
      set({ notices: [...others, { ...notice, id }].slice(-mostNotices) });
    },

    dismissNotice(id) {
      set({ notices: get().notices.filter((notice) => notice.id !== id) });
    },
  };
};
