import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ClassFolders, FileRows } from '#main/engine/data/files/classFolders.ts';
import { someRows } from '#main/engine/data/files/classFolders.ts';
import { breathe, inParallel } from '#main/engine/data/files/inParallel.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { CellsByName, Chunk, OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import { partFeature } from '#shared/data/partFeature.ts';
import type { FeatureReport, ValueCount } from '#shared/data/report.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';

/** What lies in the files: pictures, recordings, texts. */
export interface Medium<Value> {
  readonly feature: Feature;
  /** The content of a file; `shown` is its name in problems. */
  readonly read: (file: string, shown: string) => Promise<Result<Value>>;
  /** A quick look, without reading the whole: null, or why it cannot be used. */
  readonly check: (file: string, shown: string) => Promise<Problem | null>;
  readonly cells: (values: readonly (Value | null)[]) => Cells;
  /** Files that are held in memory at a time. */
  readonly rowsAtOnce: number;
  /**
   * What a quick look at every file says of them; `tell` takes the part of the files that are done. `feature` may say more
   * than the one above.
   */
  readonly describe: (
    rows: readonly FileRows[],
    tell: (fraction: number) => void,
    signal: AbortSignal,
  ) => Promise<Partial<FeatureReport>>;
}

/** What a source of folders is made of. */
export interface FolderSourceInput<Value> {
  readonly folders: ClassFolders;
  readonly medium: Medium<Value>;
  readonly warnings: Warnings;
  /** Features as the document has them; empty: the source is looked at for the first time. */
  readonly declared: readonly Feature[];
  readonly fingerprint: string;
  readonly bytes: number;
  /** Files that cannot be read are left out; else they end the reading with a problem. */
  readonly skipUnreadable: boolean;
  readonly signal: AbortSignal;
}

/** Names of the features beside the content. */
const labelName = 'label';
const partName = partFeature().name;
/** The file's name below the folder. */
export const fileName = 'file';

/**
 * A source of files in folders, one example a file: its content, its class (`label`), its part where a validation part comes
 * along (`part`), and its name (`file`). Only the files that are asked for are read.
 */
export async function folderSource<Value>(input: FolderSourceInput<Value>): Promise<OpenedSource> {
  const { folders, medium, warnings, signal } = input;
  const usable = async (rows: FileRows) =>
    input.skipUnreadable ? readable(rows, medium, warnings, signal) : rows;
  const train = await usable(folders.train);
  const test = folders.test === null ? null : await usable(folders.test);
  const features = featuresOf(folders, medium.feature, input.declared);
  const parts = test === null ? [train] : [train, test];
  return {
    features,
    train: rowsOf(train, input),
    test: test === null ? null : rowsOf(test, input),
    get problems() {
      return warnings.list();
    },
    fingerprint: input.fingerprint,
    bytes: input.bytes,
    describe: async (tell, stop) => {
      const content = await medium.describe(parts, tell, stop);
      return features.map((feature) => ({
        feature,
        missing: 0,
        distinct: null,
        numbers: null,
        top: [],
        sizes: [],
        ...(feature.name === medium.feature.name
          ? { ...content, feature: { ...(content.feature ?? feature), role: feature.role } }
          : nameReport(feature, parts)),
      }));
    },
    countDuplicates: (stop) => countEqual(parts, stop),
    close: () => Promise.resolve(),
  };
}

function featuresOf(
  { classNames, hasValidation }: ClassFolders,
  content: Feature,
  declared: readonly Feature[],
): readonly Feature[] {
  const category = (name: string, role: Feature['role'], names: readonly string[]): Feature => ({
    name,
    role,
    kind: 'category',
    shape: [],
    dtype: 'text',
    classes: names.length,
    classNames: names,
  });
  const found: readonly Feature[] = [
    content,
    ...(classNames === null ? [] : [category(labelName, 'target', classNames)]),
    ...(hasValidation ? [partFeature()] : []),
    { name: fileName, role: 'ignored', kind: 'text', shape: [], dtype: 'text', classes: null },
  ];
  return found.map((feature) => {
    const known = declared.find(({ name }) => name === feature.name);
    // The content's shape follows the parameters, so that a size that was changed counts at once.
    if (known === undefined) return feature;
    return feature.name === content.name ? { ...feature, role: known.role } : known;
  });
}

/** The rows whose files pass a quick look; the others are told. */
async function readable<Value>(
  rows: FileRows,
  { check }: Medium<Value>,
  warnings: Warnings,
  signal: AbortSignal,
): Promise<FileRows> {
  const kept = new Uint32Array(rows.count);
  let count = 0;
  await eachRow(rows, signal, async (row) => {
    const problem = await check(rows.file(row), rows.name(row));
    if (problem === null) kept[count++] = row;
    else warnings.add(problem);
  });
  return count === rows.count ? rows : someRows(rows, kept.slice(0, count));
}

/** Rows looked at before other work gets its turn. */
const betweenBreaths = 256;

/** Does something with every row in order, lets other work have its turn, and stops when asked to. */
export async function eachRow(
  rows: FileRows,
  signal: AbortSignal,
  work: (row: number) => Promise<void>,
): Promise<void> {
  for (let row = 0; row < rows.count; row++) {
    if (row % betweenBreaths === 0) {
      await breathe();
      signal.throwIfAborted();
    }
    await work(row);
  }
}

function rowsOf<Value>(rows: FileRows, input: FolderSourceInput<Value>): Rows {
  const { medium, signal } = input;
  const gather = async (names: readonly string[], numbers: readonly number[]) => {
    const cells: Record<string, Cells> = {};
    for (const name of names) cells[name] = await cellsOf(name, rows, numbers, input);
    return cells satisfies CellsByName;
  };
  return {
    count: rows.count,
    async *stream(names): AsyncGenerator<Chunk> {
      const size = names.includes(medium.feature.name) ? medium.rowsAtOnce : 4096;
      for (let from = 0; from < rows.count; from += size) {
        await breathe();
        signal.throwIfAborted();
        const count = Math.min(size, rows.count - from);
        const numbers = Array.from({ length: count }, (_, index) => from + index);
        yield { from, count, cells: await gather(names, numbers) };
      }
    },
    gather: (names, numbers) => gather(names, [...numbers]),
  };
}

async function cellsOf<Value>(
  name: string,
  rows: FileRows,
  numbers: readonly number[],
  { medium, warnings, skipUnreadable, signal }: FolderSourceInput<Value>,
): Promise<Cells> {
  if (name !== medium.feature.name) {
    const text = textOf(name, rows);
    return { type: 'texts', values: numbers.map(text) };
  }
  const values = await inParallel(numbers, async (row): Promise<Value | null> => {
    signal.throwIfAborted();
    const read = await medium.read(rows.file(row), rows.name(row));
    if (read.ok) return read.value;
    if (!skipUnreadable) throw new ReadFailure(read.problem);
    warnings.add(read.problem);
    return null;
  });
  return medium.cells(values);
}

function textOf(name: string, rows: FileRows): (row: number) => string | null {
  if (name === labelName) return (row) => rows.label(row);
  if (name === partName) return (row) => rows.part(row);
  if (name === fileName) return (row) => rows.name(row);
  throw new Error(`The source has no ${name}.`);
}

function nameReport(
  { name }: Feature,
  parts: readonly FileRows[],
): Partial<Omit<FeatureReport, 'feature'>> {
  const text = parts.map((rows) => textOf(name, rows));
  const total = parts.reduce((sum, rows) => sum + rows.count, 0);
  if (name === fileName) return { distinct: total };
  const counts = new Map<string, number>();
  let missing = 0;
  for (const [index, rows] of parts.entries()) {
    for (let row = 0; row < rows.count; row++) {
      const value = text[index]?.(row) ?? null;
      if (value === null) missing += 1;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return { missing, distinct: counts.size, top: mostFrequent(counts) };
}

/** The most frequent first, at most 20. */
export function mostFrequent(counts: ReadonlyMap<string, number>): readonly ValueCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 20);
}

/** Files of equal content and class: only those of equal length are read, a stream at a time. */
async function countEqual(parts: readonly FileRows[], signal: AbortSignal): Promise<number> {
  const bySize = new Map<number, [FileRows, number][]>();
  for (const rows of parts) {
    for (let row = 0; row < rows.count; row++) {
      const size = rows.bytes(row);
      const list = bySize.get(size);
      if (list === undefined) bySize.set(size, [[rows, row]]);
      else list.push([rows, row]);
    }
  }
  let equal = 0;
  for (const list of bySize.values()) {
    if (list.length < 2) continue;
    const hashes = await inParallel(list, async ([rows, row]) => {
      signal.throwIfAborted();
      return `${await hashOf(rows.file(row))}\0${rows.label(row) ?? ''}`;
    });
    equal += hashes.length - new Set(hashes).size;
  }
  return equal;
}

/** SHA-256 of a file; of one that cannot be read its own name, for it equals no other. */
async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return file;
  }
}
