import type { Cells, Signal } from './cells.ts';

/** Length of the frames that are listened to. */
const frameSeconds = 0.02;

/**
 * Recordings without the silence at both ends: frames of 20 ms whose mean power lies more than `decibels` below that of
 * the loudest frame. One that is silent all through keeps its first frame. Other cells stay as they are.
 */
export function trimSilence(cells: Cells, decibels: number): Cells {
  if (cells.type !== 'signals') return cells;
  return {
    type: 'signals',
    values: cells.values.map((signal) => signal && trimmed(signal, decibels)),
  };
}

function trimmed({ rate, values }: Signal, decibels: number): Signal {
  const length = Math.max(1, Math.round(rate * frameSeconds));
  const powers: number[] = [];
  for (let start = 0; start < values.length; start += length) {
    const frame = values.subarray(start, start + length);
    powers.push(frame.reduce((sum, value) => sum + value * value, 0) / frame.length);
  }
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const isLoud = (power: number) => power > 0 && power >= loudest * 10 ** (-decibels / 10);
  const first = Math.max(0, powers.findIndex(isLoud));
  const last = Math.max(0, powers.findLastIndex(isLoud));
  return { rate, values: values.slice(first * length, (last + 1) * length) };
}
