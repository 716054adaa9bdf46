import type { SplitIndices } from '#shared/data/arithmetic/split.ts';
import type { SplitMethod } from '#shared/data/data.ts';
import type { FeatureKind } from '#shared/data/feature.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** One value for each row: class names or numbers, groups, times. */
export type SplitKeys = ArrayLike<string | number | null>;

/** What a method divides. */
interface RowsToDivide {
  readonly count: number;
  /** Values of the feature that the method looks at; null: it looks at none. */
  readonly keys: SplitKeys | null;
  /** Fractions of the whole, 0 to 0.9. */
  readonly validationFraction: number;
  readonly testFraction: number;
  /** Numbers from 0 to 1. */
  readonly random: () => number;
}

/** One way to divide rows; one file each. Its arithmetic lies in shared/data/arithmetic, which exports carry. */
export interface SplitMethodDefinition {
  readonly method: SplitMethod;
  readonly title: LocalText;
  readonly doc: LocalText;
  /** Kinds of features that it can look at; empty: it looks at none. */
  readonly keyKinds: readonly FeatureKind[];
  /** Which feature it looks at where none is chosen: the target, none (the order of rows), or one must be chosen. */
  readonly keyDefault: 'target' | 'none' | 'required';
  /** True: the fractions have no effect. */
  readonly ignoresFractions?: boolean;
  /**
   * Rows in the order in which parts are taken from its front: first the test part, then validation; null: the method
   * divides by itself.
   */
  readonly order: ((rows: RowsToDivide) => Uint32Array) | null;
  /** The parts, where they are not the front of an order. */
  readonly divide?: (rows: RowsToDivide) => SplitIndices;
}
