import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

const key = 'strata.layout';
const leastHeightPx = 60;
const largestHeightPx = 2000;

type Layout = Pick<StrataState, 'drawer' | 'isPaletteOpen' | 'isInspectorOpen'>;

/** Keeps which panels are open, and the drawer's height, from one start of the page to the next. */
export function rememberLayout(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const { drawer } = useStrata.getState();
  const kept = readLayout(storage.getItem(key), drawer);
  if (kept !== null) useStrata.setState(kept);
  useStrata.subscribe((state, before) => {
    const isSame =
      state.drawer === before.drawer &&
      state.isPaletteOpen === before.isPaletteOpen &&
      state.isInspectorOpen === before.isInspectorOpen;
    if (isSame) return;
    const layout: Layout = {
      drawer: state.drawer,
      isPaletteOpen: state.isPaletteOpen,
      isInspectorOpen: state.isInspectorOpen,
    };
    storage.setItem(key, JSON.stringify(layout));
  });
}

/** What was kept, as far as it makes sense; null: nothing. */
export function readLayout(text: string | null, drawer: Layout['drawer']): Layout | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const kept = value as Partial<Record<keyof Layout, unknown>>;
  const height = (kept.drawer as Partial<Layout['drawer']> | null | undefined)?.heightPx;
  return {
    drawer: {
      // The Code and Problems tabs open by themselves when they are asked for; Summary is where one starts.
      ...drawer,
      isOpen: (kept.drawer as Partial<Layout['drawer']> | null | undefined)?.isOpen !== false,
      heightPx:
        typeof height === 'number' && height >= leastHeightPx && height <= largestHeightPx
          ? height
          : drawer.heightPx,
    },
    isPaletteOpen: kept.isPaletteOpen !== false,
    isInspectorOpen: kept.isInspectorOpen !== false,
  };
}
