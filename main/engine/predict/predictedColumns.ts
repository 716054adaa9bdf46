import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { TargetForm } from '#shared/training/catalogue.ts';

/** A column of a table of predictions. */
export interface PredictedColumn {
  readonly name: string;
  /** Of the example with this number. */
  readonly value: (index: number) => string;
}

/** What an output gives: the first axis counts examples. */
interface Output {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Columns of an output that was compared with a feature: the name of the likeliest class where it has classes, else its numbers,
 * one column each.
 */
export function predictedColumns(
  name: string,
  feature: Feature | null,
  form: TargetForm,
  { shape, values }: Output,
): readonly PredictedColumn[] {
  const size = sizeOf(shape.slice(1));
  const classOf = (number: number) => feature?.classNames?.[number] ?? String(number);
  if (form === 'classIndex' || form === 'oneHot') {
    return [{ name, value: (index) => classOf(largest(values, index * size, size)) }];
  }
  const isYesOrNo = size === 1 && feature?.classes === 2;
  if (isYesOrNo && (form === 'binary' || form === 'sign')) {
    const border = form === 'sign' ? 0 : 0.5;
    return [{ name, value: (index) => classOf(Number((values[index] ?? 0) >= border)) }];
  }
  return Array.from({ length: size }, (_, place) => ({
    name: size === 1 ? name : `${name}_${place + 1}`,
    value: (index) => String(values[index * size + place] ?? NaN),
  }));
}

/** Place of the largest of some numbers. */
function largest(values: Float32Array, from: number, size: number): number {
  let best = 0;
  for (let place = 1; place < size; place += 1) {
    if ((values[from + place] ?? 0) > (values[from + best] ?? 0)) best = place;
  }
  return best;
}
