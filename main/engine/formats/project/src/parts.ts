import type { Cells } from './arithmetic/cells.ts';
import { emptyLike, rowCount, type Columns } from './cells.ts';

/** Columns of several parts, one after the other; a column `name` says the part that each row is of. */
export function joinParts(name: string, parts: Readonly<Record<string, Columns>>): Columns {
  const all = Object.values(parts);
  const names = Object.keys(all[0] ?? {});
  const joined: Record<string, Cells> = {};
  for (const each of names) {
    joined[each] = joinCells(all.flatMap((columns) => columns[each] ?? []));
  }
  const said = Object.entries(parts).flatMap(([part, columns]) => {
    const [first] = Object.values(columns);
    return Array.from({ length: first === undefined ? 0 : rowCount(first) }, () => part);
  });
  return { ...joined, [name]: { type: 'texts', values: said } };
}

function joinCells(all: readonly Cells[]): Cells {
  const numbers = all.filter((cells) => cells.type === 'numbers');
  const [first] = numbers;
  if (first !== undefined) {
    const length = numbers.reduce((sum, { values }) => sum + values.length, 0);
    const values = emptyLike(first.values, length);
    let at = 0;
    for (const each of numbers) {
      values.set(each.values, at);
      at += each.values.length;
    }
    return { ...first, values };
  }
  const pictures = all.filter((cells) => cells.type === 'pictures');
  if (pictures.length > 0) {
    return { type: 'pictures', values: pictures.flatMap(({ values }) => values) };
  }
  const texts = all.filter((cells) => cells.type === 'texts');
  return { type: 'texts', values: texts.flatMap(({ values }) => values) };
}
