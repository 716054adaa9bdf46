import type { Cells } from './cells.ts';
import { makePowerFrames } from './powerFrames.ts';

/**
 * Recordings as pictures of their frequencies: `frames` rows in time, each of `frameLength` / 2 + 1 frequencies 0 … rate / 2
 * under a Hann window, as `magnitude`, `power` or `decibel` (10 · log10, at least −100). A missing one is silence. Other
 * cells stay as they are. The shape is (frames, frequencies, 1).
 */
export function spectrogram(
  cells: Cells,
  frames: number,
  frameLength: number,
  frameStep: number,
  unit: 'magnitude' | 'power' | 'decibel',
): Cells {
  if (cells.type !== 'signals') return cells;
  const powersOf = makePowerFrames({ frames, frameLength, frameStep });
  const bins = frameLength / 2 + 1;
  const size = frames * bins;
  const values = new Float32Array(cells.values.length * size);
  const inUnit = units[unit];
  for (const [row, signal] of cells.values.entries()) {
    values.set(powersOf(signal).map(inUnit), row * size);
  }
  return { type: 'numbers', shape: [frames, bins, 1], values };
}

const units = {
  magnitude: (power: number) => Math.sqrt(power),
  power: (power: number) => power,
  decibel: (power: number) => 10 * Math.log10(Math.max(power, 1e-10)),
};
