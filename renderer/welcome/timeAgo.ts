import type { Language } from '#shared/problems/problem.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago something was: `12 sec ago`, `2 min ago`, `yesterday`; after a week the date. */
export function timeAgo(atMs: number, nowMs: number, language: Language): string {
  // Intl writes Chinese without the space that the page sets between numbers and characters, and abbreviates with dots.
  return words(atMs, nowMs, language)
    .replace(/(\d)(\p{Script=Han})/gu, '$1 $2')
    .replace(/(\p{Script=Han})(\d)/gu, '$1 $2')
    .replace('. ago', ' ago');
}

function words(atMs: number, nowMs: number, language: Language): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const agoMs = Math.max(0, nowMs - atMs);
  if (agoMs < minuteMs) return format.format(-Math.round(agoMs / 1000), 'second');
  if (agoMs < hourMs) return format.format(-Math.floor(agoMs / minuteMs), 'minute');
  if (agoMs < dayMs) return format.format(-Math.floor(agoMs / hourMs), 'hour');
  if (agoMs < 7 * dayMs) return format.format(-Math.floor(agoMs / dayMs), 'day');
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(atMs);
}
