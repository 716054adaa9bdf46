import type { OpAttribute } from '#main/engine/graphMode/graphContext.ts';
import type { DataType, TypedValues } from '#main/engine/graphMode/dataTypes.ts';

/** A tensor of a program: the binding's number while it was recorded, below 0 what a rewrite added. */
export type ValueId = number;

/** What is known of a tensor. */
export interface ValueType {
  readonly shape: readonly number[];
  readonly dtype: DataType;
}

/** One op: of its kind, with its tensors. */
export interface Op {
  readonly name: string;
  readonly attributes: readonly OpAttribute[];
  readonly inputs: readonly ValueId[];
  readonly outputs: readonly ({ readonly id: ValueId } & ValueType)[];
}

/** Values that do not change from step to step. */
export interface Constant extends ValueType {
  readonly values: TypedValues;
}

/** Ops in an order in which they can run; recorded, then rewritten, then written out. */
export interface Program {
  readonly ops: readonly Op[];
  readonly constants: ReadonlyMap<ValueId, Constant>;
  /** What comes from outside: weights, a batch, random keys. */
  readonly inputs: ReadonlyMap<ValueId, ValueType>;
  /** What is wanted of it, in the order in which it was asked for. */
  readonly results: readonly ValueId[];
}

/** The value of an op's attribute, undefined where it has none. */
export function attributeOf(op: Pick<Op, 'attributes'>, name: string): unknown {
  return op.attributes.find((each) => each.name === name)?.value;
}
