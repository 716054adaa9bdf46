import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/**
 * Randomness that can be repeated. tfjs draws initial weights, dropout masks and noise from Math.random unless each
 * call is given a seed of its own, and a fixed seed would give the same dropout mask in every step. So Math.random
 * itself is replaced while a layer is built or a step runs, both of which are synchronous.
 */

/** Runs `work` with a Math.random that depends on the seed only. `work` must not be asynchronous. */
export function withSeededRandom<Value>(seed: number, work: () => Value): Value {
  const original = Math.random;
  Math.random = mulberry32(seed);
  try {
    return work();
  } finally {
    Math.random = original;
  }
}

/** A seed of 32 bits out of a seed and words: FNV-1a, then mixed so that neighbours lie far apart. */
export function deriveSeed(seed: number, ...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of [seed, ...words].join('\n')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
