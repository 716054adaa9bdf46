import type { Cells } from './cells.ts';

type Part = 'year' | 'month' | 'day' | 'weekday' | 'dayOfYear' | 'hour' | 'minute';

const dayMs = 86_400_000;
/** Each part of a date, UTC, and how long its circle is; null: it does not come round. */
const definitions: Readonly<
  Record<
    Part,
    { readonly of: (date: Date) => number; readonly first: number; readonly period: number | null }
  >
> = {
  year: { of: (date) => date.getUTCFullYear(), first: 0, period: null },
  month: { of: (date) => date.getUTCMonth() + 1, first: 1, period: 12 },
  day: { of: (date) => date.getUTCDate(), first: 1, period: 31 },
  weekday: { of: (date) => (date.getUTCDay() + 6) % 7, first: 0, period: 7 },
  dayOfYear: { of: dayOfYear, first: 1, period: 366 },
  hour: { of: (date) => date.getUTCHours(), first: 0, period: 24 },
  minute: { of: (date) => date.getUTCMinutes(), first: 0, period: 60 },
};

/**
 * The `parts` of dates (milliseconds since 1970, UTC), a row of numbers each: months and days from 1, weekdays from Monday,
 * 0. With `isCyclic` each part that comes round is its sine and cosine, so that December lies next to January. A missing
 * date gives missing numbers. Other cells stay as they are.
 */
export function dateParts(cells: Cells, parts: readonly Part[], isCyclic: boolean): Cells {
  if (cells.type !== 'numbers') return cells;
  const width = parts.reduce((sum, part) => sum + widthOf(part, isCyclic), 0);
  const rows = new Float32Array(cells.values.length * width);
  let place = 0;
  for (const milliseconds of cells.values) {
    const date = new Date(Math.floor(milliseconds));
    for (const part of parts) {
      const { of, first, period } = definitions[part];
      if (widthOf(part, isCyclic) === 1) {
        rows[place] = of(date);
      } else {
        const angle = (2 * Math.PI * (of(date) - first)) / (period ?? 1);
        rows[place] = Math.sin(angle);
        rows[place + 1] = Math.cos(angle);
      }
      place += widthOf(part, isCyclic);
    }
  }
  return { type: 'numbers', shape: [width], values: rows };
}

function widthOf(part: Part, isCyclic: boolean): number {
  return isCyclic && definitions[part].period !== null ? 2 : 1;
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / dayMs) + 1;
}
