import type { IntegerParam, IntegersParam, NumberParam } from '#shared/layers/params.ts';
import { fail, ok, type Result } from '#shared/problems/problem.ts';

/** Why a typed text is not a value of its parameter; `key` is a text of the `forms` namespace. */
export interface FieldError {
  readonly key:
    'empty' | 'notANumber' | 'notWhole' | 'outOfRange' | 'tooSmall' | 'tooLarge' | 'wrongCount';
  readonly values: Readonly<Record<string, string | number>>;
}

type NumericParam = IntegerParam | NumberParam;
interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Makes half-width digits and ASCII signs of what an input method may produce. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('−', '-').trim();
}

function outside(value: number, { min, max }: Range): FieldError | null {
  const isLow = min !== undefined && value < min;
  const isHigh = max !== undefined && value > max;
  if (!isLow && !isHigh) return null;
  if (min !== undefined && max !== undefined) return { key: 'outOfRange', values: { min, max } };
  return isLow
    ? { key: 'tooSmall', values: { min } }
    : { key: 'tooLarge', values: { max: max ?? 0 } };
}

function readNumber(text: string, isWhole: boolean, range: Range): Result<number, FieldError> {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) return fail({ key: 'notANumber', values: { text } });
  if (isWhole && !Number.isSafeInteger(value)) return fail({ key: 'notWhole', values: { text } });
  const error = outside(value, range);
  return error === null ? ok(value) : fail(error);
}

/** Reads a typed number; an empty text is null where the parameter is optional. */
export function readNumberText(
  text: string,
  param: NumericParam,
): Result<number | null, FieldError> {
  const typed = plain(text).replaceAll(',', '');
  if (typed === '') return param.optional === true ? ok(null) : fail({ key: 'empty', values: {} });
  return readNumber(typed, param.type === 'integer', param);
}

/** A number as its field shows it; null is an empty field. */
export function printNumberText(value: number | null): string {
  return value === null ? '' : String(value);
}

/**
 * Reads a list of whole numbers: `32, 64`, `28×28×1`, `3 3`; `?` is a size that is not known.
 * An empty text is null where the parameter is optional, else the empty list where any length goes.
 */
export function readIntegersText(
  text: string,
  param: IntegersParam,
): Result<readonly (number | null)[] | null, FieldError> {
  const typed = plain(text);
  if (typed === '' && param.optional === true) return ok(null);
  const words = typed.split(/[\s,×x*、]+/iu).filter((word) => word !== '');
  if (param.length !== undefined && words.length !== param.length) {
    return fail({ key: 'wrongCount', values: { length: param.length, count: words.length } });
  }
  const values: (number | null)[] = [];
  for (const word of words) {
    if (word === '?' && param.holes === true) {
      values.push(null);
      continue;
    }
    const value = readNumber(word, true, param);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

/** A list as its field shows it: `28, 28, 1`. */
export function printIntegersText(values: readonly (number | null)[] | null): string {
  return (values ?? []).map((value) => (value === null ? '?' : String(value))).join(', ');
}

/** `kernelSize` as a label: `Kernel size`. */
export function labelOfName(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
