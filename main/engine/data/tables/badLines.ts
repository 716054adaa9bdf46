import type { SqlValue } from '#main/engine/data/tables/session.ts';
import { rejectsAtMost } from '#main/engine/data/tables/tableFile.ts';
import type { BadLine } from '#main/engine/data/tables/quotes.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** A line that DuckDB rejected, as `rejectsQuery` gives it. */
interface Reject {
  readonly line: number;
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

/** Reads what the last scan of a connection rejected. */
export const rejectsQuery =
  'SELECT line, error_type::VARCHAR, error_message, csv_line[:2000] FROM reject_errors ' +
  'WHERE scan_id = (SELECT max(scan_id) FROM reject_errors) ORDER BY line';

/** Problems that are told one by one. */
const toldAtMost = 50;

/** Characters of a line that are shown. */
const shownCharacters = 80;

/** Rows of `rejectsQuery`, one for each line. */
export function rejectsIn(rows: readonly (readonly SqlValue[])[]): readonly Reject[] {
  const byLine = new Map<number, Reject>();
  for (const [line, type, message, text] of rows) {
    const number = Number(line);
    if (byLine.has(number)) continue;
    const textOf = (value: SqlValue | undefined) => (typeof value === 'string' ? value : '');
    byLine.set(number, {
      line: number,
      type: textOf(type),
      message: textOf(message),
      text: textOf(text),
    });
  }
  return [...byLine.values()];
}

/** True where a quote was open over several lines: whatever stood in them is lost with it. */
export function swallowsLines(rejects: readonly Reject[]): boolean {
  return rejects.some(({ type, text }) => type === 'UNQUOTED VALUE' && text.trim().includes('\n'));
}

/** A rejected line as a warning. */
export function rejectProblem(file: string, { line, type, message, text }: Reject): Problem {
  const place = { file, row: line };
  const shown = shorten(text);
  const [, expected, found] = /Columns: (\d+) Found: (\d+)/.exec(message) ?? [];
  if (expected !== undefined && found !== undefined) {
    const code = type === 'TOO MANY COLUMNS' ? 'table.tooManyValues' : 'table.tooFewValues';
    const values = { row: line, expected: Number(expected), found: Number(found), text: shown };
    return { code, severity: 'warning', place, values };
  }
  if (type === 'UNQUOTED VALUE') {
    const values = { row: line, text: shown };
    return { code: 'table.badQuotes', severity: 'warning', place, values };
  }
  const [reason = ''] = message.split('\n');
  return {
    code: 'table.badLine',
    severity: 'warning',
    place,
    values: { row: line, reason, text: shown },
  };
}

/** Lines that were left out before DuckDB saw them, as warnings. */
export function leftOutProblems(
  file: string,
  code: 'table.badQuotes' | 'table.badJsonLine',
  lines: readonly BadLine[],
): readonly Problem[] {
  return lines.map(({ line, text }) => ({
    code,
    severity: 'warning',
    place: { file, row: line },
    values: { row: line, text: shorten(text) },
  }));
}

/** Numbers of lines in the copy from which `left` were taken, as numbers of lines in the file. */
export function asInTheFile(
  rejects: readonly Reject[],
  left: readonly BadLine[],
): readonly Reject[] {
  return rejects.map((reject) => {
    let { line } = reject;
    for (const each of left) if (each.line <= line) line += 1;
    return { ...reject, line };
  });
}

/** The first problems in the order of lines, and how many more there are. */
export function toldProblems(file: string, problems: readonly Problem[]): readonly Problem[] {
  const sorted = [...problems].sort((a, b) => (a.place?.row ?? 0) - (b.place?.row ?? 0));
  if (sorted.length <= toldAtMost) return sorted;
  const count = sorted.length - toldAtMost;
  const code = sorted.length >= rejectsAtMost ? 'table.manyMoreBadLines' : 'table.moreBadLines';
  return [
    ...sorted.slice(0, toldAtMost),
    { code, severity: 'warning', place: { file }, values: { file, count } },
  ];
}

function shorten(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ⏎ ').trim();
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
}
