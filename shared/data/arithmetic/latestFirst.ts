/**
 * The numbers of examples, the latest first; those without a time count as the earliest. `times` holds one number for each
 * example (milliseconds, or any number that grows); equal times keep the later example first.
 */
export function latestFirst(times: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: times.length }, (_, index) => index);
  const time = (index: number) => {
    const value = times[index] ?? NaN;
    return Number.isNaN(value) ? -Infinity : value;
  };
  return order.sort((a, b) => {
    const difference = time(b) - time(a);
    return difference > 0 || difference < 0 ? difference : b - a;
  });
}
