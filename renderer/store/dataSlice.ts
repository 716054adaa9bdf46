import { getHost } from '#renderer/host/host.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { DataSlice } from '#renderer/store/state.ts';

/** What is known of the document's data by reading it. */
export const createDataSlice: Slice<DataSlice> = (set, get) => ({
  inspected: null,
  isInspectingData: false,

  async inspectData() {
    const { document, path, inspected, isInspectingData } = get();
    if (isInspectingData || inspected?.data === document.data) return;
    set({ isInspectingData: true });
    const answer = await getHost().request('inspectData', { document, path });
    set({ isInspectingData: false, inspected: { data: document.data, answer } });
    // The recipe may have changed while it was read.
    if (get().document.data !== document.data) await get().inspectData();
  },
});
