import { attributeOf } from '#main/engine/graphMode/program.ts';
import type { Op, Program, ValueId } from '#main/engine/graphMode/program.ts';

/** A gradient: of the whole weight, or of some of its rows. */
export interface Gradient {
  /** The gradient; of rows, one for each index, and those of the same row add up. */
  readonly values: ValueId;
  /** Numbers of rows; null: the gradient is that of all rows. */
  readonly indices: ValueId | null;
}

/** Tables of fewer rows are updated whole: that is as fast, and an optimizer's memory of every row moves in each step. */
export const fewestRowsOfTable = 30_000;

/** True for an op that looks up whole rows of this table. */
export function isLookup(program: Program, op: Op, table: ValueId): boolean {
  const [source, , axis] = op.inputs;
  return (
    op.name === 'GatherV2' &&
    source === table &&
    op.inputs.filter((id) => id === table).length === 1 &&
    Number(attributeOf(op, 'batch_dims') ?? 0) === 0 &&
    axis !== undefined &&
    program.constants.get(axis)?.values[0] === 0
  );
}

/** True for a weight that a program only looks rows up in. */
export function isTable(program: Program, weight: ValueId): boolean {
  const users = program.ops.filter(({ inputs }) => inputs.includes(weight));
  return (
    users.length > 0 &&
    !program.results.includes(weight) &&
    users.every((op) => isLookup(program, op, weight))
  );
}

/**
 * The gradient of a large table as that of the rows that were looked up; null where it is none. The dense one, a sum of
 * rows at their places, then need not be made.
 */
export function sparseGradient(
  program: Program,
  weight: ValueId,
  gradient: ValueId,
): Gradient | null {
  if (!isTable(program, weight)) return null;
  const sum = program.ops.find(({ outputs }) => outputs.some(({ id }) => id === gradient));
  const [values, indices] = sum?.inputs ?? [];
  if (sum?.name !== 'UnsortedSegmentSum' || values === undefined || indices === undefined) {
    return null;
  }
  const isUsed = program.ops.some(({ inputs }) => inputs.includes(gradient));
  const rows = sum.outputs[0]?.shape[0] ?? 0;
  return isUsed || rows < fewestRowsOfTable ? null : { values, indices };
}
