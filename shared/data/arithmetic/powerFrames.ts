import type { Signal } from './cells.ts';
import { makeFourier } from './fft.ts';

/** How recordings are cut into frames. */
export interface Framing {
  /** How many frames there are; a shorter recording is followed by silence. */
  readonly frames: number;
  /** Values of one frame, a power of two. */
  readonly frameLength: number;
  /** Values from one frame to the next. */
  readonly frameStep: number;
}

/**
 * Makes what gives, for each frame of a recording, the power of its frequencies 0 … rate / 2 in `frameLength` / 2 + 1 steps:
 * the square of the Fourier transform under a Hann window (periodic). null: silence.
 */
export function makePowerFrames({
  frames,
  frameLength,
  frameStep,
}: Framing): (signal: Signal | null) => Float64Array {
  const window = Float64Array.from(
    { length: frameLength },
    (_value, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / frameLength),
  );
  const transform = makeFourier(frameLength);
  const bins = frameLength / 2 + 1;
  const real = new Float64Array(frameLength);
  const imaginary = new Float64Array(frameLength);
  return (signal) => {
    const powers = new Float64Array(frames * bins);
    if (signal === null) return powers;
    const { values } = signal;
    for (let frame = 0; frame < frames && frame * frameStep < values.length; frame += 1) {
      for (let at = 0; at < frameLength; at += 1) {
        real[at] = (values[frame * frameStep + at] ?? 0) * (window[at] ?? 0);
      }
      imaginary.fill(0);
      transform({ real, imaginary });
      for (let bin = 0; bin < bins; bin += 1) {
        powers[frame * bins + bin] = (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2;
      }
    }
    return powers;
  };
}
