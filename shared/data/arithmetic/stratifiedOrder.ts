/**
 * The numbers of examples in an order in which every stretch has about the same share of each class: those of a class are
 * shuffled, then spread evenly over the whole. `classes` holds one value for each example; `random` gives numbers from 0 to 1.
 */
export function stratifiedOrder(
  classes: ArrayLike<string | number | null>,
  random: () => number,
): Uint32Array {
  const members = new Map<string | number | null, number[]>();
  for (let index = 0; index < classes.length; index += 1) {
    const value = classes[index] ?? null;
    const known = members.get(value);
    if (known === undefined) members.set(value, [index]);
    else known.push(index);
  }
  const places = new Float64Array(classes.length);
  for (const rows of members.values()) {
    for (let last = rows.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      const value = rows[last] ?? 0;
      rows[last] = rows[other] ?? 0;
      rows[other] = value;
    }
    const start = random();
    rows.forEach((row, place) => {
      places[row] = (place + start) / rows.length;
    });
  }
  const order = Uint32Array.from({ length: classes.length }, (_, index) => index);
  return order.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
}
