import { create } from 'zustand';
import { createBlockSlice } from '#renderer/store/blockSlice.ts';
import { createDataSlice } from '#renderer/store/dataSlice.ts';
import { createDocumentSlice } from '#renderer/store/documentSlice.ts';
import { createHistorySlice } from '#renderer/store/historySlice.ts';
import { createHostSlice } from '#renderer/store/hostSlice.ts';
import { createRaceSlice } from '#renderer/store/raceSlice.ts';
import { createRunSlice } from '#renderer/store/runSlice.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { createViewSlice } from '#renderer/store/viewSlice.ts';

/** The page's one store: `useStrata((state) => state.facts)` in a component, `useStrata.getState()` elsewhere. */
export const useStrata = create<StrataState>()((...args) => ({
  ...createDocumentSlice(...args),
  ...createHistorySlice(...args),
  ...createViewSlice(...args),
  ...createDataSlice(...args),
  ...createRunSlice(...args),
  ...createHostSlice(...args),
  ...createRaceSlice(...args),
  ...createBlockSlice(...args),
}));
