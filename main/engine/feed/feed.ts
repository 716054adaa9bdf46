import type { Values } from '#main/engine/data/source/table.ts';
import type { Result } from '#shared/problems/problem.ts';

/** One prepared column, as it lies on disk. */
export interface FeedColumn {
  readonly name: string;
  /** Shape of one row. */
  readonly shape: readonly number[];
  readonly dtype: 'uint8' | 'int32' | 'float32';
}

/** Some prepared rows in order. */
export interface PreparedPiece {
  readonly count: number;
  /** One array for each column, row after row. */
  readonly values: readonly Values[];
}

/** Columns that do not fit into memory together. */
export interface FeedRequest {
  readonly columns: readonly FeedColumn[];
  readonly rowCount: number;
  /** The same key is the same content: of the source's fingerprint, the recipe and what it has learned. */
  readonly key: string;
  /** All rows, prepared, in order; reads the source when it is gone through. Ends with a ReadFailure where it cannot be read. */
  readonly prepared: () => AsyncIterable<PreparedPiece>;
  /** These rows, prepared, in this order; null: the source can only be read in order. */
  readonly gather: ((rows: Uint32Array) => Promise<PreparedPiece>) | null;
  /** Hears how much of the rows is written, 0 to 1. */
  readonly tell: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** Prepared columns that are read row by row. */
export interface Feed {
  /** These rows of a column, by its place in the request, one after the other. */
  rows(column: number, numbers: Uint32Array): Promise<Values>;
  close(): Promise<void>;
}

/**
 * Opens a feed. Rows that can be had one by one are prepared and written when they are first asked for; others before the feed
 * opens. Problems: those of the rows, `feed.noSpace`.
 */
export type OpenFeed = (request: FeedRequest) => Promise<Result<Feed>>;
