import { open, rm, stat } from 'node:fs/promises';
import { plainFile } from '#main/engine/data/archives/unpack.ts';
import { newCacheFile } from '#main/engine/data/tables/cacheFile.ts';
import type { Encoding } from '#main/engine/data/tables/encoding.ts';
import {
  decodeHead,
  decodeToUtf8,
  findEncoding,
  isBinary,
} from '#main/engine/data/tables/encoding.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** A file that is ready for DuckDB. */
export interface PreparedFile {
  /** As the user knows it. */
  readonly file: string;
  /** What DuckDB reads: the file, or its unpacked text as UTF-8 in our cache. */
  readonly path: string;
  /** A name in our cache for a copy without bad lines; nothing is there yet. */
  readonly spare: string;
  readonly format: 'text' | 'json' | 'jsonLines' | 'parquet';
  /** Text of the beginning; empty: Parquet. */
  readonly head: string;
  /** The head is the whole file. */
  readonly isWhole: boolean;
  readonly encoding: Encoding;
  readonly bytes: number;
  /** Changes when the file does: size and time. */
  readonly stamp: string;
  readonly problems: readonly Problem[];
  /** Removes what was written to the cache. */
  readonly clean: () => Promise<void>;
}

/** Text that the dialect is found by, bytes. */
const headBytes = 1 << 18;

/** A table's first line may be as long as this, bytes: 100,000 columns with long names. */
const longHeadBytes = 1 << 24;

/** Size and time of a file. */
export async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${size} ${mtimeMs}`;
}

/**
 * Looks at a file, unpacks it where it is a gzip (once, for DuckDB would do it in each of its scans and without a limit),
 * and decodes its text where it is not UTF-8. `written`: a table of text in our cache that stands for the file, and is
 * removed by `clean`. Throws what node:fs throws, and ReadFailure: `table.empty`, `table.notATable`, those of `unpack`.
 */
export async function prepareFile(
  file: string,
  written: string | null,
  givenEncoding: Encoding | null,
  tell: (fraction: number) => void,
  signal: AbortSignal,
): Promise<PreparedFile> {
  const plain = await plainFile(file, await readHead(file, 2), { tell, signal });
  if (!plain.ok) throw new ReadFailure(plain.problem);
  const source = written ?? plain.value;
  const stamp = await stampOf(file);
  const { size: bytesOnDisk } = await stat(file);
  const { size } = await stat(source);
  if (size === 0) throw failure('table.empty', file);
  const first = await readHead(source, headBytes);
  const spare = newCacheFile('.table');
  const common = { file, spare, bytes: bytesOnDisk, stamp };
  if (isParquet(first)) {
    return {
      ...common,
      path: source,
      format: 'parquet',
      head: '',
      isWhole: false,
      encoding: 'utf-8',
      problems: [],
      clean: () => rm(spare, { force: true }),
    };
  }
  if (givenEncoding === null && isBinary(first)) throw failure('table.notATable', file);
  const { encoding, isUtf8 } = await findEncoding(source, givenEncoding, signal);
  // A first line that does not end within the usual head is looked at whole.
  const bytes =
    first.includes(10) || size <= headBytes ? first : await readHead(source, longHeadBytes);
  const head = decodeHead(bytes, encoding);
  if (head.trim() === '' && size <= bytes.length) throw failure('table.empty', file);
  let path = source;
  const problems: Problem[] = [];
  const decoded = newCacheFile('.utf8');
  if (!isUtf8) {
    path = decoded;
    const { firstReplaced } = await decodeToUtf8(source, encoding, decoded, tell, signal);
    if (firstReplaced !== null) {
      problems.push({
        code: 'table.replacedCharacters',
        severity: 'warning',
        place: { file },
        values: { file, encoding, byte: firstReplaced },
      });
    }
  }
  return {
    ...common,
    path,
    format: textFormat(head),
    head,
    isWhole: bytes.length >= size,
    encoding,
    problems,
    clean: async () => {
      await rm(spare, { force: true });
      await rm(decoded, { force: true });
      if (written !== null) await rm(written, { force: true });
    },
  };
}

/** What a text is, by its beginning. */
export function textFormat(head: string): 'text' | 'json' | 'jsonLines' {
  const text = head.trimStart();
  if (/^\[\s*([[{"\d\-tfn\]]|$)/.test(text)) return 'json';
  if (!/^\{\s*("|\}|$)/.test(text)) return 'text';
  const [line = ''] = text.split(/\r?\n/, 1);
  if (line.length === text.length) return isJson(line) ? 'jsonLines' : 'json';
  return isJson(line) || !/^\{\s*$/.test(line) ? 'jsonLines' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** True for bytes that begin as Parquet files do. */
export function isParquet(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31;
}

/** The first bytes of a file. */
export async function readHead(file: string, count: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function failure(code: string, file: string): ReadFailure {
  return new ReadFailure({ code, severity: 'error', place: { file }, values: { file } });
}
