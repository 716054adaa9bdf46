/**
 * Seeded random numbers, evenly spread over 0 (included) to 1 (excluded): Tommy Ettinger's mulberry32.
 * The same seed gives the same numbers everywhere; only the seed's lowest 32 bits count.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
