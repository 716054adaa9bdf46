import type { Split } from '#shared/data/data.ts';

/** Shares of the whole in percent. */
export interface Parts {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/** The shares that a split asks for, in whole percent. A source's own test part is not of this whole. */
export function partsOf(split: Split, hasTest: boolean): Parts {
  const validation = split.validation === 'split' ? percent(split.validationFraction) : 0;
  const test = hasTest ? 0 : percent(split.testFraction);
  return { train: 100 - validation - test, validation, test };
}

/** Least of the training part, percent. */
const leastTrain = 5;
/** Most that is held back for one part, percent. */
const mostHeld = 90;

/**
 * Moves a handle of the bar: `0` divides training and validation, `1` validation and test (or training and test where
 * nothing validates). `at`: its place in percent from the start. The other handle stays, unless it is pushed.
 */
export function moveHandle(parts: Parts, handle: 0 | 1, at: number): Parts {
  const { train, validation } = parts;
  const border = train + validation;
  if (handle === 0) {
    const place = clamp(Math.round(at), Math.max(leastTrain, border - mostHeld), border);
    return { train: place, validation: border - place, test: parts.test };
  }
  const place = clamp(Math.round(at), Math.max(leastTrain, 100 - mostHeld), 100);
  const pushed = Math.min(train, place);
  const kept = validation === 0 ? place : Math.max(pushed, Math.min(train, place));
  return { train: kept, validation: place - kept, test: 100 - place };
}

/** A split with these shares. */
export function withParts({ validation, test }: Parts): Partial<Split> {
  return { validationFraction: validation / 100, testFraction: test / 100 };
}

function percent(fraction: number): number {
  return Math.round(fraction * 100);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
