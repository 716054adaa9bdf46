import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Cells } from './arithmetic/cells.ts';
import type { Columns } from './cells.ts';
import { readDate } from './dates.ts';

/** What the values of a column are. `truth`: true and false in any letters. */
export type ColumnKind = 'number' | 'text' | 'truth' | 'date';

/** How a table is written. */
export interface TableFormat {
  readonly delimiter: string;
  readonly hasHeader: boolean;
  readonly encoding: string;
  readonly decimalComma: boolean;
  /** 03/04/2024 is the 3rd of April. */
  readonly dayFirst: boolean;
  /** Texts that stand for a missing value, beside the empty one. */
  readonly missing: readonly string[];
  /** Columns that are not named here are texts. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** Columns of a table of text, gzipped or not. A row that has more or fewer values than the table has columns is left out. */
export function readTable(file: string, format: TableFormat, names: readonly string[]): Columns {
  const decoder = new TextDecoder(format.encoding);
  const bytes = readFileSync(file);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const text = decoder.decode(plain).replace(/^\ufeff/, '');
  const all = splitRows(text, format.delimiter);
  const titles = titlesOf(all, format.hasHeader);
  const body = format.hasHeader ? all.slice(1) : all;
  const rows = body.filter(({ length }) => length === titles.length);
  const missing = new Set(['', ...format.missing, ...format.missing.map((each) => ` ${each}`)]);
  return Object.fromEntries(
    names.map((name) => {
      const place = titles.indexOf(name);
      if (place < 0) throw new Error(`${file} has no column ${name}: it has ${titles.join(', ')}.`);
      const values = rows.map((row) => {
        const value = row[place] ?? '';
        return missing.has(value) ? null : value;
      });
      return [name, cellsOf(values, format.columns[name] ?? 'text', format)];
    }),
  );
}

/** Names of the columns: blanks count once, equal names get numbers. */
function titlesOf(rows: readonly (readonly string[])[], hasHeader: boolean): string[] {
  const [first = [], second = first] = rows;
  const own = hasHeader ? [...first] : first.map(() => '');
  // A first line that is shorter by one leaves the column of row names without a name.
  const isIndexed = hasHeader && second.length === first.length + 1;
  const endsEmpty = rows.slice(1).every((row) => (row[first.length] ?? '') === '');
  const given = !isIndexed ? own : endsEmpty ? [...own, ''] : ['', ...own];
  const used = new Set<string>();
  return given.map((title, index) => {
    const plain = title.replace(/\s+/g, ' ').trim() || `column${index + 1}`;
    let name = plain;
    for (let again = 2; used.has(name.toLowerCase()); again++) name = `${plain}_${again}`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** The values of all lines; a value in quotes may hold delimiters, line ends and doubled quotes. Empty lines are no rows. */
export function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(value);
    if (row.length > 1 || value !== '') rows.push(row);
    row = [];
    value = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') value += character;
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && value.trim() === '') {
      isQuoted = true;
      value = '';
    } else if (character === delimiter) {
      row.push(value);
      value = '';
    } else if (character === '\n') endRow();
    else if (character === '\r') {
      endRow();
      if (text[at + 1] === '\n') at += 1;
    } else value += character;
  }
  if (value !== '' || row.length > 0) endRow();
  return rows;
}

function cellsOf(values: readonly (string | null)[], kind: ColumnKind, format: TableFormat): Cells {
  if (kind === 'number') {
    const read = (value: string | null) => (value === null ? NaN : readNumber(value, format));
    return { type: 'numbers', shape: [], values: Float32Array.from(values, read) };
  }
  if (kind === 'date') {
    const read = (value: string | null) =>
      value === null ? NaN : readDate(value, format.dayFirst);
    return { type: 'numbers', shape: [], values: Float64Array.from(values, read) };
  }
  const texts = values.map((value) => {
    const text = (value ?? '').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    if (text === '') return null;
    return kind === 'truth' ? text.toLowerCase() : text;
  });
  return { type: 'texts', values: texts };
}

const numeric = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

function readNumber(text: string, { decimalComma }: TableFormat): number {
  const isComma = decimalComma && text.includes(',');
  const plain = isComma ? text.replaceAll('.', '').replaceAll(',', '.') : text;
  const value = numeric.test(plain) ? Math.fround(Number(plain)) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** A value as a table has it: one with a delimiter, a quote or a line end stands in quotes. */
export function quoteField(text: string, delimiter: string): string {
  const isPlain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
