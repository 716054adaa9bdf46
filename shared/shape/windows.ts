import type { Size } from '#shared/shape/shape.ts';

/** What happens at the border: `valid` nothing is added, `same` zeros on both sides, `causal` zeros before the start. */
export type Padding = 'valid' | 'same' | 'causal';

/** How a window (a kernel or a pool) moves along one axis. */
export interface Window {
  /** Numbers under the window, ≥ 1. */
  readonly size: number;
  readonly stride: number;
  /** Distance between neighbors under the window; 1: none is skipped. */
  readonly dilation?: number;
  readonly padding: Padding;
}

/** How far a window reaches: 3 numbers with dilation 2 reach over 5. */
export function windowReach(size: number, dilation = 1): number {
  return (size - 1) * dilation + 1;
}

/**
 * Length of the output of a convolution or a pooling along one axis. Not positive when a `valid` window is
 * longer than its input. With `same` and `causal` it is the length divided by the stride, rounded up.
 */
export function windowedLength(length: Size, window: Window): Size {
  if (length === null) return null;
  const positions =
    window.padding === 'valid' ? length - windowReach(window.size, window.dilation) + 1 : length;
  return Math.ceil(positions / window.stride);
}

/** Length of the output of a transposed convolution along one axis. */
export function transposedLength(length: Size, window: Window): Size {
  if (length === null) return null;
  const stretched = length * window.stride;
  return window.padding === 'valid'
    ? stretched + Math.max(window.size - window.stride, 0)
    : stretched;
}

/** `windowedLength` with its numbers, for the inspector: `⌊(13 − 3) ÷ 1⌋ + 1`. */
export function windowedLengthFormula(length: Size, window: Window): string {
  const shown = length ?? '?';
  if (window.padding !== 'valid') {
    return window.stride === 1 ? String(shown) : `⌈${shown} ÷ ${window.stride}⌉`;
  }
  const reach = windowReach(window.size, window.dilation);
  return `⌊(${shown} − ${reach}) ÷ ${window.stride}⌋ + 1`;
}

/** `transposedLength` with its numbers: `4 × 2 + (3 − 2)`. */
export function transposedLengthFormula(length: Size, window: Window): string {
  const stretched = `${length ?? '?'} × ${window.stride}`;
  const extra = window.size - window.stride;
  return window.padding === 'valid' && extra > 0
    ? `${stretched} + (${window.size} − ${window.stride})`
    : stretched;
}
