import type { NumberValues } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Action } from '#shared/data/planSteps.ts';

/** What an input or a target is made of. */
export interface ColumnRequest {
  /** Its features; several are joined to one row of numbers, in this order. */
  readonly names: readonly string[];
  /** How many rows later its values are taken from: for targets of windows. */
  readonly offset: number;
}

/** One column for equal requests. */
export function requestKey({ names, offset }: ColumnRequest): string {
  return JSON.stringify([names, offset]);
}

/**
 * The call that only divides and comes last for a feature: bytes may stay as they are before it and be divided when they are
 * used.
 */
export function lastDivision(actions: readonly Action[], name: string): Action | null {
  const last = actions.filter(({ names }) => names.includes(name)).at(-1);
  return last?.step.definition.divisor !== undefined && last.names.length === 1 ? last : null;
}

/** What a division divides by. */
export function divisorOf({ step }: Action): number {
  return step.definition.divisor?.(step.params) ?? 1;
}

/** Numbers as columns keep them: doubles become floats. */
export function asKept(values: NumberValues): Uint8Array | Int32Array | Float32Array {
  return values instanceof Float64Array ? Float32Array.from(values) : values;
}

/** Names of the classes of a feature; null: it has none. */
export function classesOf({ classNames, classes }: Feature): readonly string[] | null {
  if (classNames !== undefined) return classNames;
  return classes === null ? null : Array.from({ length: classes }, (_, index) => String(index));
}
