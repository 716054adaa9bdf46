const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Where the focus was in each region when it left. */
const lastFocused = new WeakMap<Element, HTMLElement>();

/** Remembers the focus of each region; returns how to stop. */
export function watchRegions(): () => void {
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const region = target.closest('[data-region]');
    if (region !== null && region !== target) lastFocused.set(region, target);
  };
  document.addEventListener('focusin', remember);
  return () => {
    document.removeEventListener('focusin', remember);
  };
}

/** Moves the focus to the next (1) or previous (-1) region of the page, to where it was there before. */
export function focusNextRegion(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  if (regions.length === 0) return;
  const now = document.activeElement?.closest<HTMLElement>('[data-region]') ?? null;
  const at = now === null ? (direction === 1 ? -1 : 0) : regions.indexOf(now);
  const next = regions[(at + direction + regions.length) % regions.length];
  if (next !== undefined) focusRegion(next);
}

/** Focuses a region: what was focused in it before, else its first control, else itself. */
function focusRegion(region: HTMLElement): void {
  const before = lastFocused.get(region);
  const target =
    before !== undefined && region.contains(before)
      ? before
      : (region.querySelector<HTMLElement>(focusable) ?? region);
  target.focus();
}
