import type { ReadyColumn, ReadyTable } from '#main/engine/data/prepareColumns.ts';
import type { Values } from '#main/engine/data/table.ts';
import { gatherRows } from '#main/engine/data/table.ts';
import { ValuesAhead } from '#main/engine/feed/valuesAhead.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';

/**
 * What a model gets of a column: `length` rows from that of an example on. `order`: row of the source at each place, of columns on
 * disk.
 */
export function portOf(
  ready: ReadyColumn,
  { count }: Pick<ReadyTable, 'count'>,
  length: number,
  order: Uint32Array | null,
): ExamplePort {
  const { column, divisor, place } = ready;
  const shape =
    length === 1 ? ready.shape : [length, ...(ready.shape.length > 0 ? ready.shape : [1])];
  const ahead =
    place === null
      ? null
      : new ValuesAhead(async (rows) => {
          const { feed, index, offset } = place;
          return divided(await feed.rows(index, windowRows(rows, length, offset, order)), divisor);
        });
  const values = (rows: Uint32Array): Values | Promise<Values> => {
    if (column !== null) return divided(gatherRows(column, rows, length), divisor);
    if (ahead === null) throw new Error('A column must lie somewhere.');
    return ahead.take(rows);
  };
  return {
    shape,
    dtype: 'float32',
    values,
    column,
    rowCount: count,
    divisor: column === null ? null : divisor,
    length,
    ...(ahead === null ? {} : { ahead }),
  };
}

function divided(values: Values, divisor: number): Values {
  if (divisor === 1) return values;
  const quotients = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    quotients[index] = (values[index] ?? 0) / divisor;
  }
  return quotients;
}

function windowRows(
  places: Uint32Array,
  length: number,
  offset: number,
  order: Uint32Array | null,
): Uint32Array {
  if (length === 1 && offset === 0 && order === null) return places;
  const rows = new Uint32Array(places.length * length);
  let next = 0;
  for (const place of places) {
    for (let step = 0; step < length; step += 1) {
      const own = place + offset + step;
      rows[next++] = order?.[own] ?? own;
    }
  }
  return rows;
}
