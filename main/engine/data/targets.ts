import type { PreparedColumn } from '#main/engine/data/prepareColumn.ts';
import type { Values } from '#main/engine/data/table.ts';
import { sizeOf } from '#main/engine/data/table.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';
import type { TargetForm } from '#shared/training/catalogue.ts';

/** What an output is compared with. */
export interface TargetRule {
  readonly form: TargetForm;
  readonly outputShape: Shape;
}

/** Targets as an output is compared with them. */
export interface Target {
  /** Shape of one example's. */
  readonly shape: readonly number[];
  /** Those of these rows, one after the other. */
  readonly values: (rows: Uint32Array) => Values;
  /** True where `values` are the column's own. */
  readonly isColumn: boolean;
}

/** Examples that are looked through at a time while targets are checked. */
const checkedAtOnce = 4096;

/**
 * Makes targets of a column: of the output's own shape, or for class numbers without its last axis. Problems:
 * `data.shapeDiffers`, `data.labelOutOfRange`.
 */
export function toTarget(
  column: PreparedColumn,
  { form, outputShape }: TargetRule,
  rows: Uint32Array,
  node: GraphNode,
): Result<Target> {
  const classes = outputShape.at(-1) ?? 1;
  const expected = form === 'classIndex' ? outputShape.slice(0, -1) : outputShape;
  const place = { place: { node: node.id } };
  const sizes = expected.map((size, axis) => size ?? column.shape[axis] ?? 1);
  if (sizeOf(sizes) !== sizeOf(column.shape)) {
    return refuse(
      'data.shapeDiffers',
      { feature: column.name, shape: column.shape, node: node.name, expected },
      place,
    );
  }
  if (form === 'classIndex') {
    for (const { label, row } of rowsOf(column, rows)) {
      if (Number.isInteger(label) && label >= 0 && label < classes) continue;
      return refuse(
        'data.labelOutOfRange',
        { feature: column.name, label, row: row + 1, classes, last: classes - 1 },
        place,
      );
    }
  }
  const turn = form === 'sign' && column.classes === 2;
  // A class number keeps an axis of its own: (batch, 1), as tfjs's accuracy wants it.
  const shape = sizes.length === 0 ? [1] : sizes;
  return ok({
    shape,
    isColumn: !turn,
    values: (numbers) => (turn ? signs(column.rows(numbers)) : column.rows(numbers)),
  });
}

function* rowsOf(
  column: PreparedColumn,
  rows: Uint32Array,
): Generator<{ readonly label: number; readonly row: number }> {
  const size = sizeOf(column.shape);
  for (let start = 0; start < rows.length; start += checkedAtOnce) {
    const some = rows.subarray(start, start + checkedAtOnce);
    for (const [index, label] of column.rows(some).entries()) {
      yield { label, row: some[Math.floor(index / size)] ?? 0 };
    }
  }
}

/** 0 and 1 become −1 and 1, as Keras does for hinge losses. */
function signs(values: Values): Float32Array {
  return Float32Array.from(values, (value) => 2 * value - 1);
}
