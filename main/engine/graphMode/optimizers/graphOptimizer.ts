import { attribute } from '#main/engine/graphMode/attributes.ts';
import type { Attributes } from '#main/engine/graphMode/attributes.ts';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphDef, NodeOutput } from '#main/engine/graphMode/graphDef.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';

/** The values of an optimizer's parameters. */
export type OptimizerValues = ValuesOf<ParamTable>;

/** One weight's update in the making. */
export interface Update {
  readonly graph: GraphDef;
  /** Of the update's node; further nodes go under it. */
  readonly name: string;
  readonly variable: NodeOutput;
  /** Handles of the optimizer's memory of this weight, as many as `slots`. */
  readonly slots: readonly NodeOutput[];
  readonly learningRate: NodeOutput;
  /** What `perStep` gives, in its order. */
  readonly perStep: readonly NodeOutput[];
  readonly gradient: NodeOutput;
  /** What must have happened before the weight may change. */
  readonly after: readonly NodeOutput[];
  readonly values: OptimizerValues;
}

/** An optimizer of the catalogue as TensorFlow's kernels, with the numbers that tfjs's optimizer gives. */
export interface GraphOptimizer {
  readonly kind: string;
  /** What each slot begins with, everywhere. */
  slots(values: OptimizerValues): readonly number[];
  /** Up to three numbers that depend on the step, which counts from 1; computed in double precision. */
  perStep(values: OptimizerValues, step: number): readonly number[];
  /** Writes the update; its node bears the update's name. */
  write(update: Update): void;
  /**
   * Writes the update of some rows: `gradient` holds theirs, each row once, and `rows` their numbers. Absent: whole weights
   * only.
   */
  writeRows?(update: Update, rows: NodeOutput): void;
  /** True where a row that has no gradient would not change anyway, so that leaving it out changes no number. */
  isExactOnRows?(values: OptimizerValues): boolean;
}

/** A parameter's number. */
export function numberOf(values: OptimizerValues, name: string): number {
  return Number(values[name]);
}

/** A number that never changes. */
export function constantOf({ graph }: Update, value: number): NodeOutput {
  return graph.constant([], dataTypes.float32, Float32Array.of(value));
}

/** Writes one of TensorFlow's Apply kernels. */
export function apply(
  update: Update,
  op: string,
  inputs: readonly NodeOutput[],
  attributes: Attributes = {},
): void {
  const { graph, name, variable, slots, after } = update;
  graph.node(name, op, [variable, ...slots, ...inputs, ...after], {
    T: attribute.type(dataTypes.float32),
    ...attributes,
  });
}
