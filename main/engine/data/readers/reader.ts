import path from 'node:path';
import type { NumberArray } from '#main/engine/data/source/table.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Some rows: cells by the name of their feature. */
export type CellsByName = Readonly<Record<string, Cells>>;

/** Rows that follow each other. */
export interface Chunk {
  /** Number of the first, from 0. */
  readonly from: number;
  readonly count: number;
  readonly cells: CellsByName;
}

/** The rows of one part of a source. Numbers of rows are stable: the same row has the same number in every pass. */
export interface Rows {
  readonly count: number;
  /** All rows in order, a piece at a time; only these features. Memory is bounded by the size of a piece. */
  stream(names: readonly string[]): AsyncIterable<Chunk>;
  /** These rows, in this order; null: a source that can only be read in order. */
  readonly gather: ((names: readonly string[], rows: Uint32Array) => Promise<CellsByName>) | null;
  /** All rows of a feature at once, of a source that lies in memory anyway; whoever asks does not change them. */
  readonly whole?: (name: string) => Cells;
}

/** A source that is being read. */
export interface OpenedSource {
  /** As declared by the document where it has them, else as found: with guessed kind, role `input` where nothing better is known. */
  readonly features: readonly Feature[];
  readonly train: Rows;
  readonly test: Rows | null;
  /** Warnings: rows or files that are left out, with their place. */
  readonly problems: readonly Problem[];
  /** Changes whenever what is behind the source changes: of sizes and times of its files. */
  readonly fingerprint: string;
  /** On disk; null: not known. */
  readonly bytes: number | null;
  /** Statistics that the source's own library computes faster than reading; absent: they are counted by streaming. */
  describe?(
    tell: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<readonly FeatureReport[]>;
  /** Number of rows that are equal to an earlier one; absent: not counted. */
  countDuplicates?(signal: AbortSignal): Promise<number>;
  close(): Promise<void>;
}

/** Arrays of a part, one for each feature. */
export type Arrays = readonly NumberArray[];

/** What a reader is told besides its source's parameters. */
export interface OpenContext {
  /** The document's folder, from which paths count; null: it is not saved yet. */
  readonly folder: string | null;
  /** The document's features, or those that the source knows by itself; empty while a source is looked at for the first time. */
  readonly features: readonly Feature[];
  readonly signal: AbortSignal;
  /** Hears how far an archive is unpacked, 0 to 1; absent: nobody asks. */
  readonly tell?: (fraction: number) => void;
}

/** A file or folder that somebody wants to use. */
export interface Sniffed {
  readonly path: string;
  readonly isFolder: boolean;
  /** The first bytes of a file, at most 4096; empty for folders. */
  readonly head: Uint8Array;
  /** Names in a folder, at most 1000, folders with a `/` at their end; empty for files. */
  readonly names: readonly string[];
}

/** Reads one kind of source. One reader is one file; the source itself is described in shared/data/sources. */
export interface Reader {
  readonly kind: string;
  /** The parameters with which this reader reads a file or folder; null: not its kind. By content, not by name. Absent: never found. */
  recognise?(sniffed: Sniffed): Promise<DataSource['params'] | null>;
  /** `params` are complete and valid by the source's table. */
  open(params: ParamValues, context: OpenContext): Promise<Result<OpenedSource>>;
}

/** A path of a document. Problem: `data.relativePath`, where the document has no folder yet. */
export function resolvePath(given: unknown, folder: string | null): Result<string> {
  const file = String(given);
  if (path.isAbsolute(file)) return ok(file);
  return folder === null ? refuse('data.relativePath', { file }) : ok(path.resolve(folder, file));
}
