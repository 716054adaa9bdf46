import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file, fewer where it is shorter; empty where it cannot be read. */
export function fileHead(file: string, length = 64): Uint8Array {
  try {
    const handle = openSync(file, 'r');
    try {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Uint8Array(0);
  }
}
