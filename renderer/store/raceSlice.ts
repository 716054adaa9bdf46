import { getHost } from '#renderer/host/host.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { RaceSlice } from '#renderer/store/state.ts';

/** How fast the devices train the open document. */
export const createRaceSlice: Slice<RaceSlice> = (set, get) => ({
  race: null,
  isRacing: false,

  async loadRace() {
    const { document, isOpen } = get();
    const answer = isOpen ? await getHost().request('getRace', { document }) : null;
    set({ race: answer?.ok === true ? answer.value : null });
  },

  async raceDevices() {
    const { document, path, isRacing, notify } = get();
    if (isRacing) return;
    set({ isRacing: true });
    const answer = await getHost().request('raceDevices', { document, path });
    set(answer.ok ? { isRacing: false, race: answer.value } : { isRacing: false });
    if (!answer.ok) notify({ tone: 'danger', problem: answer.problem });
  },

  async skipRace() {
    await getHost().request('skipRace', {});
  },
});
