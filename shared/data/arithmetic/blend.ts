/** `share × own + (1 − share) × other`, example by example; the examples lie one after the other. */
export function blend(
  own: ArrayLike<number>,
  others: ArrayLike<number>,
  shares: readonly number[],
): Float32Array {
  const size = own.length / Math.max(1, shares.length);
  return Float32Array.from(own, (value, at) => {
    const share = shares[Math.floor(at / size)] ?? 1;
    return share * value + (1 - share) * (others[at] ?? 0);
  });
}
