/**
 * One of `folds` rounds of cross-validation: piece `fold` (0-based) of an order validates, the rest trains. Over all rounds
 * every example validates once. Each part: ascending numbers of examples.
 */
export function splitFold(
  order: Uint32Array,
  folds: number,
  fold: number,
): { train: Uint32Array; validation: Uint32Array } {
  const from = Math.round((order.length * fold) / folds);
  const to = Math.round((order.length * (fold + 1)) / folds);
  const train = new Uint32Array(order.length - (to - from));
  train.set(order.subarray(0, from), 0);
  train.set(order.subarray(to), from);
  return { train: train.sort(), validation: order.slice(from, to).sort() };
}
