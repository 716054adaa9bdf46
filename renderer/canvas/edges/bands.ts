import type { Rect } from '#renderer/canvas/edges/edgePath.ts';

/** Height of a band, px: a card lies in one or two of them. */
const bandPx = 200;

/** Cards sorted by height: an edge is compared with the cards beside it, not with all of them. */
export class Bands {
  readonly #bands = new Map<number, Rect[]>();

  constructor(rects: Iterable<Rect>) {
    for (const rect of rects) {
      const last = bandOf(rect.y + rect.height);
      for (let band = bandOf(rect.y); band <= last; band += 1) {
        const list = this.#bands.get(band);
        if (list === undefined) this.#bands.set(band, [rect]);
        else list.push(rect);
      }
    }
  }

  /** Cards that may reach into a range of heights, each once. */
  between(top: number, bottom: number): readonly Rect[] {
    const first = bandOf(top);
    const last = bandOf(bottom);
    if (first === last) return this.#bands.get(first) ?? [];
    const found = new Set<Rect>();
    for (let band = first; band <= last; band += 1) {
      for (const rect of this.#bands.get(band) ?? []) found.add(rect);
    }
    return [...found];
  }
}

function bandOf(y: number): number {
  return Math.floor(y / bandPx);
}
