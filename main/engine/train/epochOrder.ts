import { shuffledIndices } from '#shared/data/arithmetic/shuffle.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/** The order in which an epoch (0-based) goes through a part's examples; exported training code follows the same rule. */
export function epochOrder(
  count: number,
  shuffle: boolean,
  seed: number,
  epoch: number,
): Uint32Array {
  return shuffle
    ? shuffledIndices(count, mulberry32(seed + 1 + epoch))
    : Uint32Array.from({ length: count }, (_, row) => row);
}
