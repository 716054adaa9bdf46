import type { Cells } from './cells.ts';

/**
 * Recordings as rows of their first `samples` values; shorter ones are followed by silence, missing ones are all silence.
 * Other cells stay as they are. The shape is (samples, 1).
 */
export function waveform(cells: Cells, samples: number): Cells {
  if (cells.type !== 'signals') return cells;
  const values = new Float32Array(cells.values.length * samples);
  for (const [row, signal] of cells.values.entries()) {
    if (signal !== null) values.set(signal.values.subarray(0, samples), row * samples);
  }
  return { type: 'numbers', shape: [samples, 1], values };
}
