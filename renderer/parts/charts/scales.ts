/** The lowest and the highest value an axis shows. */
export type AxisRange = readonly [low: number, high: number];

/** The finite values of several lines. */
function finite(lines: readonly (readonly number[])[]): number[] {
  return lines.flat().filter((value) => Number.isFinite(value));
}

/** Range of a linear axis that starts at 0 and ends a little above the highest value. */
export function linearRange(lines: readonly (readonly number[])[]): AxisRange {
  const values = finite(lines);
  const high = values.length === 0 ? 0 : Math.max(...values);
  const low = values.length === 0 ? 0 : Math.min(0, ...values);
  return high <= low ? [low, low + 1] : [low * 1.05, high * 1.05];
}

/** Range of a logarithmic axis; values at or below 0 do not count. */
export function logRange(lines: readonly (readonly number[])[]): AxisRange {
  const values = finite(lines).filter((value) => value > 0);
  if (values.length === 0) return [0.01, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  // At least a factor of three, so that a single value does not fill the whole height.
  const middle = Math.sqrt(low * high);
  return [Math.min(low / 1.15, middle / 1.8), Math.max(high * 1.15, middle * 1.8)];
}

const fractionStarts = [0.98, 0.95, 0.9, 0.8, 0.6, 0.5, 0.4, 0.2] as const;
/** Share of the points that must stay visible when the axis does not start at 0. */
const visibleShare = 0.7;

/** Range of an axis of fractions: up to 1, from the highest start that keeps most points and every line's end visible. */
export function fractionRange(lines: readonly (readonly number[])[]): AxisRange {
  const values = finite(lines);
  const ends = lines.flatMap((line) => line.slice(-1)).filter((end) => Number.isFinite(end));
  for (const start of fractionStarts) {
    const shown = values.filter((value) => value >= start).length;
    if (
      values.length > 0 &&
      shown / values.length >= visibleShare &&
      ends.every((e) => e > start)
    ) {
      return [start, 1];
    }
  }
  return [0, 1];
}

/** Ticks of a logarithmic axis: 1 and 3 of each decade, or 1, 2 and 5 where less than two decades are shown. */
export function logTicks([low, high]: AxisRange): readonly number[] {
  const steps = Math.log10(high / low) < 2 ? [1, 2, 5] : [1, 3];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  // Many decades: only their beginnings.
  return ticks.length > 9 ? ticks.filter((tick) => Number.isInteger(Math.log10(tick))) : ticks;
}

/** Four to six round ticks of a linear axis. */
export function linearTicks([low, high]: AxisRange): readonly number[] {
  const span = high - low;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index += 1) {
    ticks.push(Number((index * step).toPrecision(12)));
  }
  return ticks;
}

/** Whole ticks from 0 or 1 to the number of epochs, at most `most` of them. */
export function epochTicks(epochs: number, most: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000].find(
    (candidate) => epochs / candidate <= most,
  );
  const every = step ?? Math.ceil(epochs / most);
  const ticks = new Set([1]);
  for (let tick = every; tick <= epochs; tick += every) ticks.add(tick);
  return [...ticks].sort((a, b) => a - b);
}
