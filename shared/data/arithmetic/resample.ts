import type { Cells, Signal } from './cells.ts';

/** Zeros of the sinc on each side. */
const zeros = 16;
/** What is kept of the frequencies that fit: the filter needs some room to fall off. */
const rolloff = 0.95;

/**
 * Recordings at another `rate` in Hz: each new value is a sum of the old ones around it, weighted by a sinc under a Hann
 * window, which lets pass what both rates can hold (Smith, "Digital Audio Resampling"). The length in seconds stays. Other
 * cells stay as they are.
 */
export function resample(cells: Cells, rate: number): Cells {
  if (cells.type !== 'signals') return cells;
  const filters = new Map<number, Filter>();
  const values = cells.values.map((signal) => {
    if (signal === null || signal.rate === rate) return signal;
    const filter = filters.get(signal.rate) ?? makeFilter(signal.rate, rate);
    filters.set(signal.rate, filter);
    return resampled(signal, rate, filter);
  });
  return { type: 'signals', values };
}

interface Filter {
  /** Old values and new ones come back to the same place after `oldStep` and `newStep` of them. */
  readonly oldStep: number;
  readonly newStep: number;
  /** Old values on each side. */
  readonly reach: number;
  /** Weights for each place of a new value between two old ones. */
  readonly phases: readonly Float64Array[];
}

function makeFilter(from: number, to: number): Filter {
  const common = greatestDivisor(from, to);
  const [oldStep, newStep] = [from / common, to / common];
  const cutoff = rolloff * Math.min(1, to / from);
  const reach = Math.ceil(zeros / cutoff);
  const phases = Array.from({ length: newStep }, (_value, phase) => {
    const place = ((phase * oldStep) % newStep) / newStep;
    return Float64Array.from({ length: 2 * reach + 1 }, (_weight, at) => {
      const time = (at - reach - place) * cutoff;
      return Math.abs(time) >= zeros
        ? 0
        : cutoff * sinc(time) * Math.cos((Math.PI * time) / (2 * zeros)) ** 2;
    });
  });
  return { oldStep, newStep, reach, phases };
}

function resampled({ values }: Signal, rate: number, filter: Filter): Signal {
  const { oldStep, newStep, reach, phases } = filter;
  const result = new Float32Array(Math.ceil((values.length * newStep) / oldStep));
  for (let at = 0; at < result.length; at += 1) {
    const weights = phases[at % newStep];
    const first = Math.floor((at * oldStep) / newStep) - reach;
    let sum = 0;
    const end = Math.min(2 * reach + 1, values.length - first);
    for (let place = Math.max(0, -first); place < end; place += 1) {
      sum += (weights?.[place] ?? 0) * (values[first + place] ?? 0);
    }
    result[at] = sum;
  }
  return { rate, values: result };
}

function sinc(time: number): number {
  return time === 0 ? 1 : Math.sin(Math.PI * time) / (Math.PI * time);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
