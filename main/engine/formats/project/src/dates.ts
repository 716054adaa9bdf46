/** Milliseconds since 1970, UTC, that a text says; NaN: it is no date, or a day that does not exist. */
export function readDate(text: string, dayFirst: boolean): number {
  for (const pattern of patternsOf(dayFirst)) {
    const groups = pattern.exec(text.trim())?.groups;
    const time = groups === undefined ? NaN : timeOf(groups);
    if (!Number.isNaN(time)) return time;
  }
  return NaN;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const clock =
  '(?:[T ]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}(?:\\.\\d+)?))?(?: *(?<half>[AaPp][Mm]))?)?';
const zone = '(?: *(?:Z|UTC|(?<sign>[+-])(?<zoneHours>\\d{2})(?::?(?<zoneMinutes>\\d{2}))?))?';
const year = '(?<year>\\d{4})';
const month = '(?<month>\\d{1,2})';
const day = '(?<day>\\d{1,2})';
const name = '(?<name>[A-Za-z]{3,9})';

function patternsOf(dayFirst: boolean): readonly RegExp[] {
  const [first, second] = dayFirst ? [day, month] : [month, day];
  return [
    `${year}(?<mark>[-/])${month}\\k<mark>${day}${clock}${zone}`,
    `${first}(?<mark>[-/.])${second}\\k<mark>${year}${clock}`,
    `${name} +${day},? +${year}`,
    `${day}(?<mark>[- ])${name}\\k<mark>${year}`,
    `${year}年${month}月${day}日`,
  ].map((pattern) => new RegExp(`^${pattern}$`));
}

function timeOf(groups: Readonly<Record<string, string | undefined>>): number {
  const part = (key: string) => Number(groups[key] ?? 0);
  const named = months.indexOf((groups['name'] ?? '').slice(0, 3).toLowerCase());
  const monthNumber = groups['name'] === undefined ? part('month') : named + 1;
  const half = groups['half']?.toLowerCase();
  const hour = half === undefined ? part('hour') : (part('hour') % 12) + (half === 'pm' ? 12 : 0);
  const date = new Date(0);
  date.setUTCFullYear(part('year'), monthNumber - 1, part('day'));
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== part('day')) return NaN;
  if (hour > 23 || part('minute') > 59 || part('second') >= 60) return NaN;
  const east = (groups['sign'] === '-' ? -1 : 1) * (part('zoneHours') * 60 + part('zoneMinutes'));
  const seconds = (hour * 60 + part('minute') - east) * 60 + part('second');
  return date.getTime() + Math.floor(seconds * 1000);
}
