/** How a table of text is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote inside quotes. */
  readonly escape: string;
  readonly hasHeader: boolean;
  /** Names of the columns: of the header, else `column1`, `column2`. All different. */
  readonly names: readonly string[];
  readonly decimalComma: boolean;
  readonly dayFirst: boolean;
  /** Most rows are shorter than the header: what they lack is missing. */
  readonly padsRows: boolean;
}

/** What the source's parameters say; null: found by content. */
export interface GivenDialect {
  readonly delimiter: string | null;
  readonly header: boolean | null;
  readonly decimalComma: boolean | null;
  readonly dayFirst: boolean | null;
}

/** Delimiters that are looked for, the likeliest first. */
const candidates = [',', '\t', ';', '|', ' '];

/** A value in quotes that is longer than this was never closed, characters. */
const longestQuoted = 20_000;

/** Rows of the beginning that are looked at. */
const rowsAtMost = 200;

/**
 * Finds how a table is written by its beginning. `isWhole`: the text is all of it; else its last line may be cut and is
 * left aside.
 */
export function sniffDialect(text: string, given: GivenDialect, isWhole: boolean): Dialect {
  const escape = backslashes(text) ? '\\' : '"';
  const rowsOf = (delimiter: string) => splitRows(text, delimiter, escape, isWhole);
  const delimiter = given.delimiter ?? likeliest(rowsOf);
  const rows = rowsOf(delimiter);
  const [first = []] = rows;
  const body = rows.slice(1);
  const width = commonWidth(rows);
  const hasHeader = given.header ?? looksLikeHeader(first, body, width);
  const wide = hasHeader ? first : Array.from({ length: width }, () => '');
  // A first line that is shorter than the others leaves columns without a name: a data frame's index in front, or the
  // nothing after a delimiter at the end of every line.
  const missing = Math.max(0, hasHeader && body.length > 0 ? commonWidth(body) - first.length : 0);
  const endsEmpty = body.every((row) => (row[first.length] ?? '') === '');
  const unnamed = Array.from({ length: missing }, () => '');
  const titles = missing === 1 && !endsEmpty ? ['', ...wide] : [...wide, ...unnamed];
  const values = hasHeader ? body : rows;
  const flat = values.flat();
  return {
    delimiter,
    quote: '"',
    escape,
    hasHeader,
    names: distinctNames(titles),
    decimalComma: given.decimalComma ?? (delimiter !== ',' && usesDecimalComma(flat)),
    dayFirst: given.dayFirst ?? isDayFirst(flat),
    padsRows: hasHeader && body.length > 0 && body.every((row) => row.length < first.length),
  };
}

/** Values of the first rows. Knows quotes; a quote that is never closed ends the looking. */
export function splitRows(
  text: string,
  delimiter: string,
  escape: string,
  isWhole: boolean,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let isQuoted = false;
  let quotedFrom = 0;
  let at = 0;
  const endRow = () => {
    row.push(value);
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    value = '';
  };
  /** Leaves out the line in which a quote was opened that does not close. */
  const leaveOutLine = () => {
    row = [];
    value = '';
    isQuoted = false;
    const end = text.indexOf('\n', quotedFrom);
    at = end < 0 ? text.length : end;
  };
  for (; at < text.length && rows.length < rowsAtMost; at++) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (
        at - quotedFrom > longestQuoted ||
        (isWhole && at === text.length - 1 && character !== '"')
      ) {
        leaveOutLine();
        continue;
      }
      if (character === escape && text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else if (character === '"') isQuoted = false;
      else value += character;
    } else if (character === '"' && value.trim() === '') {
      isQuoted = true;
      quotedFrom = at;
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
  if (isWhole && at === text.length && (value !== '' || row.length > 0)) endRow();
  // A line that is longer than the beginning has no end: it says all the same how many columns there are.
  if (!isWhole && rows.length === 0) endRow();
  return rows;
}

/** The delimiter with which most rows have the same number of values, more than one. */
function likeliest(rowsOf: (delimiter: string) => readonly (readonly string[])[]): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const rows = rowsOf(delimiter);
    const width = commonWidth(rows);
    if (width < 2) continue;
    const share = rows.filter((row) => row.length === width).length / rows.length;
    // Spaces part words as well as values.
    const weight = delimiter === ' ' ? 0.5 : 1;
    if (delimiter === ' ' && share < 0.9) continue;
    const score = share * weight * (1 + Math.log2(width) / 100);
    if (score > bestScore + 0.05) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The number of values that most rows have. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [widest] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return widest?.[0] ?? 0;
}

const numeric = /^[\s+-]*(\d+([.,]\d*)*|[.,]\d+)([eE][+-]?\d+)?\s*$/;

/** Numbers, dates and truth values: what a name of a column is not. */
function isValue(text: string): boolean {
  return (
    numeric.test(text) ||
    /^(true|false|nan|inf|-inf)$/i.test(text.trim()) ||
    /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text)
  );
}

function looksLikeHeader(
  first: readonly string[],
  body: readonly (readonly string[])[],
  width: number,
): boolean {
  const names = first.map((name) => name.trim());
  if (first.length < width - 1) return false;
  if (names.some((name) => name !== '' && isValue(name))) {
    // Years as names: 2019, 2020, ... over numbers tell nothing; text over text does not either.
    return false;
  }
  if (names.every((name) => name === '')) return false;
  if (new Set(names.filter((name) => name !== '')).size < names.filter((n) => n !== '').length / 2)
    return false;
  if (body.length === 0) return true;
  const hasValues = names.some((_, column) => body.some((row) => isValue(row[column] ?? '')));
  if (hasValues) return true;
  // Only texts: a header's names are short, and do not come again below.
  const comesAgain = names.some(
    (name, column) => name !== '' && body.some((row) => (row[column] ?? '').trim() === name),
  );
  return !comesAgain && names.every((name) => name.length <= 60);
}

function distinctNames(titles: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return titles.map((title, index) => {
    const plain = title.replace(/\s+/g, ' ').trim() || `column${index + 1}`;
    let name = plain;
    for (let again = 2; used.has(name.toLowerCase()); again++) name = `${plain}_${again}`;
    // DuckDB does not tell names apart by case.
    used.add(name.toLowerCase());
    return name;
  });
}

function usesDecimalComma(values: readonly string[]): boolean {
  const commas = values.filter((value) => /^\s*[+-]?\d+,\d+\s*$/.test(value)).length;
  const points = values.filter((value) => /^\s*[+-]?\d+\.\d+\s*$/.test(value)).length;
  return commas > points;
}

function isDayFirst(values: readonly string[]): boolean {
  let isDotted = false;
  for (const value of values) {
    const found = /^\s*(\d{1,2})([-/.])(\d{1,2})\2\d{4}/.exec(value);
    if (found === null) continue;
    if (Number(found[1]) > 12) return true;
    if (Number(found[3]) > 12) return false;
    if (found[2] === '.') isDotted = true;
  }
  return isDotted;
}

/** True where quotes inside quotes are written with a backslash. */
function backslashes(text: string): boolean {
  const slashed = text.match(/\\"/g)?.length ?? 0;
  return slashed > 0 && slashed > (text.match(/[^,;\t|\n]""[^,;\t|\r\n]/g)?.length ?? 0);
}
