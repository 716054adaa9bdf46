import type { Cells } from './cells.ts';
import { makeLogMelFrames } from './logMelFrames.ts';

/**
 * Recordings as pictures of what the ear tells apart: `frames` rows in time, each of the logarithms of `mels` bands between
 * `low` and `high` Hz. A missing one is silence. Other cells stay as they are. The shape is (frames, mels, 1).
 */
export function logMel(
  cells: Cells,
  frames: number,
  frameLength: number,
  frameStep: number,
  mels: number,
  low: number,
  high: number,
): Cells {
  if (cells.type !== 'signals') return cells;
  const logMelsOf = makeLogMelFrames({ frames, frameLength, frameStep }, mels, low, high);
  const values = new Float32Array(cells.values.length * frames * mels);
  for (const [row, signal] of cells.values.entries()) {
    values.set(logMelsOf(signal), row * frames * mels);
  }
  return { type: 'numbers', shape: [frames, mels, 1], values };
}
