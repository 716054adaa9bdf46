/**
 * How much of an example stays when it is blended with another: a number from 0 to 1 of the distribution Beta(alpha, alpha), after
 * Jöhnk. Small `alpha`: nearly all or nearly nothing; 1: all shares are equally likely. 0: all of it.
 */
export function mixup(random: () => number, alpha: number): number {
  if (alpha <= 0) return 1;
  for (;;) {
    const own = Math.pow(1 - random(), 1 / alpha);
    const other = Math.pow(1 - random(), 1 / alpha);
    const sum = own + other;
    // Both may be too small for a number where `alpha` is small.
    if (sum > 0 && sum <= 1) return own / sum;
  }
}
