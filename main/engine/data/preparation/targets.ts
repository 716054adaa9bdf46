import type { Values } from '#main/engine/data/source/table.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';
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

/** A column as targets are made of it. */
export interface TargetColumn {
  readonly name: string;
  /** Number of classes, of a column that holds class numbers; null: it holds none. */
  readonly classes: number | null;
  readonly port: ExamplePort;
}

/** Examples that are looked through at a time while targets are checked. */
const checkedAtOnce = 4096;

/**
 * Makes targets of a column: of the output's own shape, or for class numbers without its last axis. `rows`: those of a part.
 * Problems: `data.shapeDiffers`, `data.labelOutOfRange`.
 */
export async function toTarget(
  { name, classes, port }: TargetColumn,
  { form, outputShape }: TargetRule,
  rows: Uint32Array,
  node: GraphNode,
): Promise<Result<ExamplePort>> {
  const units = outputShape.at(-1) ?? 1;
  const expected = form === 'classIndex' ? outputShape.slice(0, -1) : outputShape;
  const place = { place: { node: node.id } };
  const sizes = expected.map((size, axis) => size ?? port.shape[axis] ?? 1);
  if (sizeOf(sizes) !== sizeOf(port.shape)) {
    return refuse(
      'data.shapeDiffers',
      { feature: name, shape: port.shape, node: node.name, expected },
      place,
    );
  }
  if (form === 'classIndex') {
    const wrong = await wrongLabel(port, rows, units);
    if (wrong !== null) {
      return refuse(
        'data.labelOutOfRange',
        { feature: name, ...wrong, classes: units, last: units - 1 },
        place,
      );
    }
  }
  // A class number keeps an axis of its own: (batch, 1), as tfjs's accuracy wants it.
  const shape = sizes.length === 0 ? [1] : sizes;
  if (form !== 'sign' || classes !== 2) return ok({ ...port, shape });
  return ok({
    ...port,
    shape,
    divisor: null,
    values: (numbers) => {
      const values = port.values(numbers);
      return values instanceof Promise ? values.then(signs) : signs(values);
    },
  });
}

/** The first class number that the output lacks, and its row, from 1. */
async function wrongLabel(
  port: ExamplePort,
  rows: Uint32Array,
  classes: number,
): Promise<{ readonly label: number; readonly row: number } | null> {
  const size = sizeOf(port.shape);
  for (let start = 0; start < rows.length; start += checkedAtOnce) {
    const some = rows.subarray(start, start + checkedAtOnce);
    const labels = await port.values(some);
    for (let index = 0; index < labels.length; index += 1) {
      const label = labels[index] ?? 0;
      if (Number.isInteger(label) && label >= 0 && label < classes) continue;
      return { label, row: (some[Math.floor(index / size)] ?? 0) + 1 };
    }
  }
  return null;
}

/** 0 and 1 become −1 and 1, as Keras does for hinge losses. */
function signs(values: Values): Float32Array {
  return Float32Array.from(values, (value) => 2 * value - 1);
}
