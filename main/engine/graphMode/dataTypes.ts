import type * as tfjs from '@tensorflow/tfjs';

/** TensorFlow's numbers for types of elements (types.proto). */
export const dataTypes = { float32: 1, int32: 3, uint8: 4, int64: 9, bool: 10 } as const;

/** A number of `dataTypes`. */
export type DataType = number;

/** Values of a constant or of what is fed. */
export type TypedValues = Float32Array | Int32Array | Uint8Array;

/** TensorFlow's number for a tfjs type. Throws for types that no network computes with. */
export function dataTypeOf(dtype: tfjs.DataType): DataType {
  if (dtype === 'float32' || dtype === 'int32' || dtype === 'bool') return dataTypes[dtype];
  throw new Error(`No network computes with ${dtype}.`);
}
