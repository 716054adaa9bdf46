import type { Dataset, Table } from '#main/engine/data/table.ts';
import { shuffledIndices } from '#shared/data/arithmetic/shuffle.ts';
import { splitIndices } from '#shared/data/arithmetic/split.ts';
import type { Split } from '#shared/data/data.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/** Some of a table's examples, by number. */
export interface Part {
  readonly table: Table;
  readonly rows: Uint32Array;
}

/** A data set divided; null: there is no such part. */
export interface Parts {
  readonly train: Part;
  readonly validation: Part | null;
  readonly test: Part | null;
}

/**
 * Divides a data set as its recipe says. Which examples are held back depends on the seed only; those that remain keep
 * their order. A part that would be empty is null.
 */
export function splitRows(dataset: Dataset, split: Split, seed: number): Parts {
  const { train, test } = dataset;
  const indices = splitIndices(
    shuffledIndices(train.count, mulberry32(seed)),
    split.validation === 'split' ? split.validationFraction : 0,
    test === null ? split.testFraction : 0,
  );
  const testPart =
    test === null
      ? notEmpty(train, indices.test)
      : notEmpty(
          test,
          Uint32Array.from({ length: test.count }, (_, row) => row),
        );
  return {
    train: { table: train, rows: indices.train },
    validation: split.validation === 'test' ? testPart : notEmpty(train, indices.validation),
    test: testPart,
  };
}

/** The order in which an epoch (0-based) goes through a part's examples; exported training code follows the same rule. */
export function epochOrder(
  count: number,
  shuffle: boolean,
  seed: number,
  epoch: number,
): Uint32Array {
  return shuffle
    ? shuffledIndices(count, mulberry32(seed + 1 + epoch))
    : Uint32Array.from({ length: count }, (_, row) => row);
}

function notEmpty(table: Table, rows: Uint32Array): Part | null {
  return rows.length === 0 ? null : { table, rows };
}
