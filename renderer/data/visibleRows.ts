import { create } from 'zustand';

/** Rows in view, `from` (0-based) to before `to`; kept apart so that scrolling draws only what shows it. */
export const useVisibleRows = create<{ readonly from: number; readonly to: number }>()(() => ({
  from: 0,
  to: 0,
}));
