import type { Language } from '#shared/problems/problem.ts';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const minus = '\u2212';

/** A count with commas in thousands: `93,322`. Both languages write it so. */
export function countText(count: number): string {
  return grouped.format(count).replace('-', minus);
}

/** A change with its sign: `+2,112`, `−18,464`, `±0`. */
export function changeText(change: number): string {
  if (change === 0) return '±0';
  return change > 0 ? `+${countText(change)}` : countText(change);
}

/** A large count in few digits: `2.79 M`, in Chinese `279 万`; below 10,000 it is written out. */
export function largeCountText(count: number, language: Language): string {
  const steps: readonly (readonly [number, string])[] =
    language === 'zh-CN'
      ? [
          [1e12, ' 万亿'],
          [1e8, ' 亿'],
          [1e4, ' 万'],
        ]
      : [
          [1e12, ' T'],
          [1e9, ' G'],
          [1e6, ' M'],
          [1e4, ' k'],
        ];
  for (const [size, suffix] of steps) {
    if (count >= size) {
      const unit = language === 'en' && size === 1e4 ? 1e3 : size;
      return `${threeDigits(count / unit)}${suffix}`;
    }
  }
  return countText(count);
}

function threeDigits(value: number): string {
  if (value >= 100) return countText(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2).replace(/\.?0+$/, '');
}

/** A stretch of time: `0:14`, `12:03`, `1:02:05`. */
export function durationText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** A loss or another measured number: four decimals, or a power of ten where they would say nothing. */
export function measureText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  const size = Math.abs(value);
  const text =
    size === 0
      ? '0'
      : size < 1e-3
        ? value.toExponential(1)
        : size >= 1000
          ? value.toPrecision(6).replace(/\.?0+$/, '')
          : value.toFixed(4);
  return text.replace(/^-/, minus);
}

/** A fraction as a percentage: `97.67%`. */
export function percentText(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}

/** A difference between two outputs: `3.1e-7`, `0` when there is none. */
export function differenceText(difference: number): string {
  return difference === 0 ? '0' : difference.toExponential(1);
}
