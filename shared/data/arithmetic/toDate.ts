import type { Cells } from './cells.ts';

type Order = 'year-month-day' | 'day-month-year' | 'month-day-year';

/**
 * Texts as milliseconds since 1970, UTC; missing where a text is no date in the given order, or a day that does not exist.
 * The year has four digits, a month may be an English name; `-`, `/`, `.`, commas, blanks or 年月日 part them. A time `12:30`,
 * `12:30:59.5` and a zone `Z`, `+08:00` may follow. Other cells stay as they are.
 */
export function toDate(cells: Cells, order: Order): Cells {
  if (cells.type !== 'texts') return cells;
  const values = Float64Array.from(cells.values, (text) =>
    text === null ? NaN : millisecondsOf(text, order),
  );
  return { type: 'numbers', shape: [], values };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const year = '(?<year>[0-9]{4})';
const month = '(?<month>[0-9]{1,2}|[A-Za-z]{3,9})';
const day = '(?<day>[0-9]{1,2})';
const gap = '[-/., 年月]*';
const time =
  '(?:[T日 ]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}(?:[.][0-9]{1,9})?))?)?';
const zone = '(?:Z|(?<sign>[-+])(?<zoneHours>[0-9]{2}):?(?<zoneMinutes>[0-9]{2}))?';

function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(`^ *${parts.join(gap)}日?${time} *${zone} *$`);
}

const patterns: Readonly<Record<Order, RegExp>> = {
  'year-month-day': pattern(year, month, day),
  'day-month-year': pattern(day, month, year),
  'month-day-year': pattern(month, day, year),
};

function millisecondsOf(text: string, order: Order): number {
  const groups = patterns[order].exec(text)?.groups;
  if (groups === undefined) return NaN;
  const part = (name: string) => Number(groups[name] ?? 0);
  const named = months.indexOf((groups['month'] ?? '').slice(0, 3).toLowerCase());
  const monthNumber = named === -1 ? part('month') : named + 1;
  const [hour, minute, second] = [part('hour'), part('minute'), part('second')];
  if (hour > 23 || minute > 59 || second >= 60) return NaN;
  const date = new Date(0);
  date.setUTCFullYear(part('year'), monthNumber - 1, part('day'));
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== part('day')) return NaN;
  const east = (groups['sign'] === '-' ? -1 : 1) * (part('zoneHours') * 60 + part('zoneMinutes'));
  return date.getTime() + Math.floor((hour * 60 + minute - east) * 60_000 + second * 1000);
}
