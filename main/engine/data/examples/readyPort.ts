import type { ReadyColumn, ReadyTable } from '#main/engine/data/preparation/prepareColumns.ts';
import type { Values } from '#main/engine/data/source/table.ts';
import { gatherRows } from '#main/engine/data/source/table.ts';
import type { MixExamples } from '#main/engine/feed/mixValues.ts';
import { mixValues } from '#main/engine/feed/mixValues.ts';
import { ValuesAhead } from '#main/engine/feed/valuesAhead.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';

/** Divides examples and changes them at random; `rows`: their rows in the table, `epoch`: 0-based. */
export type ChangeExamples = (values: Values, rows: Uint32Array, epoch: number) => Promise<Values>;

/**
 * What a model gets of a column: `length` rows from that of an example on. `order`: row of the source at each place, of columns on
 * disk. `change` divides examples and changes them, `mix` blends them, anew in every epoch: they are then made batch by batch, ahead of
 * the device.
 */
export function portOf(
  ready: ReadyColumn,
  { count }: Pick<ReadyTable, 'count'>,
  length: number,
  order: Uint32Array | null,
  change: ChangeExamples | null = null,
  mix: MixExamples | null = null,
): ExamplePort {
  const { column, divisor, place } = ready;
  const shape =
    length === 1 ? ready.shape : [length, ...(ready.shape.length > 0 ? ready.shape : [1])];
  const raw = (rows: Uint32Array): Values | Promise<Values> => {
    if (column !== null) return gatherRows(column, rows, length);
    if (place === null) throw new Error('A column must lie somewhere.');
    return place.feed.rows(place.index, windowRows(rows, length, place.offset, order));
  };
  const common = { shape, dtype: 'float32', rowCount: count, length } as const;
  if (column !== null && change === null && mix === null) {
    const values = (rows: Uint32Array) => divided(gatherRows(column, rows, length), divisor);
    return { ...common, values, column, divisor };
  }
  const made = async (rows: Uint32Array, epoch: number) => {
    const own = await raw(rows);
    return change === null ? divided(own, divisor) : change(own, rows, epoch);
  };
  const ahead = new ValuesAhead((rows, epoch) =>
    mix === null ? made(rows, epoch) : mixValues(mix, rows, epoch, made),
  );
  const values = (rows: Uint32Array) => ahead.take(rows);
  return { ...common, values, column: null, divisor: null, ahead };
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
