/** Distance of each input dot from the middle of the card's height, px, from top to bottom: two stand at ±22. */
export function portOffsets(count: number): readonly number[] {
  const pitch = count <= 2 ? 44 : count === 3 ? 28 : 24;
  return Array.from({ length: count }, (_, index) => (index - (count - 1) / 2) * pitch);
}

/** How many inputs a layer takes (its definition), and which of its ports hold an edge. */
export interface PortUse {
  readonly min: number;
  /** Null: any number. */
  readonly max: number | null;
  readonly used: ReadonlySet<number>;
}

/** The first input port without an edge; null when the layer takes no more. */
export function freePort({ max, used }: Omit<PortUse, 'min'>): number | null {
  let port = 0;
  while (used.has(port)) port += 1;
  return max === null || port < max ? port : null;
}

/**
 * How many input dots a card shows. While a connection is being made a merging layer shows one more than
 * it has inputs, so that there is something to drop on.
 */
export function shownInputs(use: PortUse, isConnecting: boolean): number {
  const highest = Math.max(-1, ...use.used);
  const shown = Math.max(use.min, highest + 1, use.max === 1 ? 1 : 0);
  const free = freePort(use);
  return isConnecting && free !== null ? Math.max(shown, free + 1) : shown;
}
