import type { TFunction } from 'i18next';
import type { Feature } from '#shared/data/feature.ts';
import type { NumberStatistics } from '#shared/data/report.ts';

const minus = '\u2212';
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A value of a table: whole numbers as they are, others with at most six significant digits. */
export function valueText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  const size = Math.abs(value);
  const text =
    Number.isInteger(value) && size < 1e15
      ? String(value)
      : size !== 0 && (size < 1e-4 || size >= 1e9)
        ? value.toExponential(2)
        : String(Number(value.toPrecision(6)));
  return text.replace(/^-/, minus);
}

/** A number in a sentence: at most four significant digits, commas in thousands. */
export function shortText(value: number): string {
  if (!Number.isFinite(value)) return valueText(value);
  const size = Math.abs(value);
  const text =
    size >= 1e9 || (size !== 0 && size < 1e-3)
      ? value.toExponential(1)
      : size >= 1000
        ? grouped.format(Math.round(value))
        : String(Number(value.toPrecision(4)));
  return text.replace(/^-/, minus);
}

/** A share in whole percent; a small one never as 0%. */
export function shareText(share: number): string {
  if (share > 0 && share < 0.005) return '<1%';
  if (share < 1 && share > 0.995) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** Milliseconds since 1970 as a date, with the time of day where it has one. */
export function dateText(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return 'NaN';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/** `0 to 512.33`; of texts their lengths, of recordings their seconds, of dates their days. */
export function rangeText(
  { kind }: Pick<Feature, 'kind'>,
  { min, max }: NumberStatistics,
  t: TFunction<'data'>,
): string {
  if (kind === 'date') {
    return t('range', { from: dateText(min).slice(0, 10), to: dateText(max).slice(0, 10) });
  }
  const range = { from: shortText(min), to: shortText(max) };
  if (kind === 'text') return t('lengths', range);
  if (kind === 'audio') return t('seconds', range);
  return t('range', range);
}
