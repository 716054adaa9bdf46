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
