import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { newCacheFile } from '#main/engine/data/tables/cacheFile.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { readHead } from '#main/engine/data/tables/prepareFile.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** A workbook is unpacked and read in memory: more than this is refused, bytes. */
const unpackedAtMost = 512 * 2 ** 20;

/** Rows of one value above a table are its title; so many are left aside. */
const titlesAtMost = 5;

type Cell = string | number | boolean | Date | null;

/** True for bytes that begin as files of the old Office do: .xls, and .xlsx with a password. */
export function isOldWorkbook(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => head[index] === byte);
}

function isZip(head: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => head[index] === byte);
}

/** True for .xlsx workbooks, by what lies in the zip. */
export async function isWorkbook(file: string, head: Uint8Array): Promise<boolean> {
  if (!isZip(head)) return false;
  return (await listParts(file).catch(() => null))?.isWorkbook ?? false;
}

/**
 * Reads a sheet (empty: the first) and writes it as CSV to our cache; gives where. Problems: `excel.old`,
 * `excel.encrypted`, `excel.tooLarge`, `excel.noSheet`, `excel.unreadable`, those of the file system.
 */
export async function readWorkbook(
  file: string,
  sheet: string,
  signal: AbortSignal,
): Promise<Result<string>> {
  const place = { place: { file } };
  try {
    const head = await readHead(file, 8);
    if (isOldWorkbook(head)) {
      const code = /\.xls$/i.test(file) ? 'excel.old' : 'excel.encrypted';
      return refuse(code, { file }, place);
    }
    const { isWorkbook: isOne, bytes } = isZip(head) ? await listParts(file) : noParts;
    if (!isOne) return refuse('excel.unreadable', { file, reason: 'It is not a workbook.' }, place);
    if (bytes > unpackedAtMost) {
      return refuse('excel.tooLarge', { file, bytes, limit: unpackedAtMost }, place);
    }
    signal.throwIfAborted();
    // Loaded when a workbook is first read.
    const { readSheet } = await import('read-excel-file/node');
    const rows = (await readSheet(file, sheet === '' ? 1 : sheet)) as unknown as Cell[][];
    signal.throwIfAborted();
    return ok(await writeCsv(tidy(rows)));
  } catch (error) {
    signal.throwIfAborted();
    const ofSystem = fileProblem(error, file);
    if (ofSystem !== null) return fail(ofSystem);
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === 'SheetNotFoundError') {
      const { sheets = [] } = error as { readonly sheets?: readonly string[] };
      return refuse('excel.noSheet', { file, sheet, sheets: sheets.join(', ') }, place);
    }
    const [reason = ''] = message.split('\n');
    return refuse('excel.unreadable', { file, reason: reason.slice(0, 200) }, place);
  }
}

interface Parts {
  readonly isWorkbook: boolean;
  /** Unpacked. */
  readonly bytes: number;
}

const noParts: Parts = { isWorkbook: false, bytes: 0 };

/** What lies in a zip, by its directory. */
async function listParts(file: string): Promise<Parts> {
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: false, autoClose: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      let bytes = 0;
      let found = false;
      zip.on(
        'entry',
        ({ fileName, uncompressedSize }: { fileName: string; uncompressedSize: number }) => {
          bytes += uncompressedSize;
          if (fileName === 'xl/workbook.xml') found = true;
        },
      );
      zip.on('error', reject);
      zip.on('end', () => {
        resolve({ isWorkbook: found, bytes });
      });
    });
  });
}

/** The table in a sheet: without empty rows and columns, and without a title above it. */
function tidy(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const isGiven = (cell: Cell | undefined) => cell !== null && cell !== undefined && cell !== '';
  let kept = rows.filter((row) => row.some(isGiven));
  const width = Math.max(0, ...kept.slice(0, 1000).map((row) => row.filter(isGiven).length));
  if (width > 2) {
    const start = kept.findIndex((row) => row.filter(isGiven).length > 1);
    if (start > 0 && start <= titlesAtMost) kept = kept.slice(start);
  }
  const columns = kept.reduce((most, row) => Math.max(most, row.length), 0);
  const used = Array.from({ length: columns }, (_, column) =>
    kept.some((row) => isGiven(row[column])),
  );
  return kept.map((row) =>
    Array.from(used, (_, column) => row[column] ?? null).filter((_, column) => used[column]),
  );
}

async function writeCsv(rows: readonly (readonly Cell[])[]): Promise<string> {
  const target = newCacheFile('.sheet');
  const output = createWriteStream(target);
  try {
    for (const row of rows) {
      const line = `${row.map(textOf).join(',')}\n`;
      if (!output.write(line)) await once(output, 'drain');
    }
    output.end();
    await finished(output);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return target;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  }
  const text = String(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
