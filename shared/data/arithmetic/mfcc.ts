import type { Cells } from './cells.ts';
import { makeLogMelFrames } from './logMelFrames.ts';

/**
 * Mel-frequency cepstral coefficients of recordings (Davis and Mermelstein 1980): `frames` rows in time, each of the first
 * `coefficients` of the orthonormal cosine transform (DCT-II) of its `mels` log-mel bands between `low` and `high` Hz. A
 * missing recording is silence. Other cells stay as they are. The shape is (frames, coefficients, 1).
 */
export function mfcc(
  cells: Cells,
  frames: number,
  frameLength: number,
  frameStep: number,
  mels: number,
  low: number,
  high: number,
  coefficients: number,
): Cells {
  if (cells.type !== 'signals') return cells;
  const logMelsOf = makeLogMelFrames({ frames, frameLength, frameStep }, mels, low, high);
  const waves = cosines(coefficients, mels);
  const size = frames * coefficients;
  const values = new Float32Array(cells.values.length * size);
  for (const [row, signal] of cells.values.entries()) {
    const bands = logMelsOf(signal);
    for (let frame = 0; frame < frames; frame += 1) {
      for (const [coefficient, wave] of waves.entries()) {
        let sum = 0;
        for (let mel = 0; mel < mels; mel += 1) {
          sum += (wave[mel] ?? 0) * (bands[frame * mels + mel] ?? 0);
        }
        values[row * size + frame * coefficients + coefficient] = sum;
      }
    }
  }
  return { type: 'numbers', shape: [frames, coefficients, 1], values };
}

function cosines(coefficients: number, mels: number): readonly Float64Array[] {
  return Array.from({ length: coefficients }, (_value, coefficient) => {
    const size = Math.sqrt((coefficient === 0 ? 1 : 2) / mels);
    return Float64Array.from(
      { length: mels },
      (_each, mel) => size * Math.cos((Math.PI * coefficient * (mel + 0.5)) / mels),
    );
  });
}
