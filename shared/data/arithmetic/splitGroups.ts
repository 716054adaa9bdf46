/**
 * Divides examples so that no group lies in two parts: groups come in random order, the test part takes whole groups until
 * it has `testFraction` of all examples, then the validation part. `groups` holds one value for each example; one without a
 * group (null, NaN) is a group of its own. At least one group is left to train. Each part: ascending numbers of examples.
 */
export function splitGroups(
  groups: ArrayLike<string | number | null>,
  validationFraction: number,
  testFraction: number,
  random: () => number,
): { train: Uint32Array; validation: Uint32Array; test: Uint32Array } {
  const members = new Map<string | number, number[]>();
  for (let index = 0; index < groups.length; index += 1) {
    const value = groups[index] ?? null;
    const isNone = value === null || (typeof value === 'number' && Number.isNaN(value));
    const name = isNone ? `alone ${index}` : value;
    const known = members.get(name);
    if (known === undefined) members.set(name, [index]);
    else known.push(index);
  }
  const pieces = [...members.values()];
  for (let last = pieces.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const piece = pieces[last] ?? [];
    pieces[last] = pieces[other] ?? [];
    pieces[other] = piece;
  }
  const parts: { test: number[]; validation: number[]; train: number[] } = {
    test: [],
    validation: [],
    train: [],
  };
  const wanted = {
    test: groups.length * testFraction,
    validation: groups.length * validationFraction,
  };
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    const takes = (name: 'test' | 'validation') =>
      // A group goes where the part comes nearer to its size with it than without.
      !isLast && parts[name].length + piece.length / 2 <= wanted[name] && wanted[name] > 0;
    const name = takes('test') ? 'test' : takes('validation') ? 'validation' : 'train';
    for (const row of piece) parts[name].push(row);
  });
  const sorted = (rows: number[]) => Uint32Array.from(rows).sort();
  return {
    train: sorted(parts.train),
    validation: sorted(parts.validation),
    test: sorted(parts.test),
  };
}
