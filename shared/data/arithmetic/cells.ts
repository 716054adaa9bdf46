/** Numbers as they are kept: bytes of pixels, class numbers, measurements, times. */
export type NumberValues = Uint8Array | Int32Array | Float32Array | Float64Array;

/** Numbers of some rows, row after row, each of `shape` (`[]`: one number). NaN: missing. A date is milliseconds since 1970, UTC. */
export interface NumberCells {
  readonly type: 'numbers';
  readonly shape: readonly number[];
  readonly values: NumberValues;
}

/** Texts and categories of some rows. null: missing. */
export interface TextCells {
  readonly type: 'texts';
  readonly values: readonly (string | null)[];
}

/** A picture, `height` × `width` × `channels`, row after row, channels last. Bytes are 0 … 255. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Uint8Array | Float32Array;
}

/** Pictures of some rows, of any sizes. null: missing or unreadable. */
export interface PictureCells {
  readonly type: 'pictures';
  readonly values: readonly (Picture | null)[];
}

/** A recording: `rate` in Hz, one channel, −1 … 1. */
export interface Signal {
  readonly rate: number;
  readonly values: Float32Array;
}

/** Recordings of some rows, of any lengths. null: missing or unreadable. */
export interface SignalCells {
  readonly type: 'signals';
  readonly values: readonly (Signal | null)[];
}

/** One feature of some rows. */
export type Cells = NumberCells | TextCells | PictureCells | SignalCells;
