import { describe, expect, test } from 'vitest';
import type { Cells, Signal } from '#shared/data/arithmetic/cells.ts';
import { makeFourier } from '#shared/data/arithmetic/fft.ts';
import { logMel } from '#shared/data/arithmetic/logMel.ts';
import { melFilters } from '#shared/data/arithmetic/melFilters.ts';
import { mfcc } from '#shared/data/arithmetic/mfcc.ts';
import { resample } from '#shared/data/arithmetic/resample.ts';
import { spectrogram } from '#shared/data/arithmetic/spectrogram.ts';
import { trimSilence } from '#shared/data/arithmetic/trimSilence.ts';
import { waveform } from '#shared/data/arithmetic/waveform.ts';

const tone = (frequency: number, rate: number, length: number): Signal => ({
  rate,
  values: Float32Array.from({ length }, (_value, at) =>
    Math.sin((2 * Math.PI * frequency * at) / rate),
  ),
});
const signals = (...values: (Signal | null)[]): Cells => ({ type: 'signals', values });
const first = (cells: Cells): Signal => {
  const signal = cells.type === 'signals' ? cells.values[0] : null;
  return signal ?? { rate: 0, values: new Float32Array(0) };
};
const loudness = (values: Float32Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe('frequencies', () => {
  test('the Fourier transform', () => {
    const real = Float64Array.of(1, 2, 3, 4);
    const imaginary = new Float64Array(4);
    makeFourier(4)({ real, imaginary });
    expect([...real].map(Math.round)).toEqual([10, -2, -2, -2]);
    expect([...imaginary].map(Math.round)).toEqual([0, 2, 0, -2]);
  });

  test('a tone lies at its frequency', () => {
    const cells = spectrogram(signals(tone(1000, 8000, 128), null), 2, 64, 32, 'magnitude');
    expect(cells).toMatchObject({ type: 'numbers', shape: [2, 33, 1] });
    const row = [...cells.values].slice(0, 33) as number[];
    expect(row.indexOf(Math.max(...row))).toBe(8);
    // A Hann window halves the tone, and each of its two frequencies holds half of that.
    expect(row[8]).toBeCloseTo(16, 4);
    expect([...cells.values].slice(66).every((value) => value === 0)).toBe(true);
    const decibels = spectrogram(signals(null), 1, 64, 32, 'decibel');
    expect(decibels.values[0]).toBe(-100);
  });

  test('mel bands lie closer together at low frequencies', () => {
    const tops = melFilters(4, 1024, 16_000, 0, 8000).map(
      ({ first: start, weights }) => start + weights.indexOf(Math.max(...weights)),
    );
    // 459, 1218, 2476 and 4556 Hz in steps of 15.6 Hz.
    expect(tops).toEqual([29, 78, 158, 292]);
  });

  test('silence', () => {
    const bands = logMel(signals(null, tone(440, 8000, 0)), 2, 64, 32, 5, 20, 4000);
    expect(bands.values).toHaveLength(20);
    for (const value of bands.values) expect(value).toBeCloseTo(Math.log(1e-6), 4);
    const [loud, ...others] = mfcc(signals(null), 1, 64, 32, 16, 20, 4000, 4)
      .values as Float32Array;
    expect(loud).toBeCloseTo(4 * Math.log(1e-6), 4);
    for (const value of others) expect(value).toBeCloseTo(0, 4);
  });
});

describe('recordings', () => {
  test.each([
    [8000, 16_000],
    [44_100, 16_000],
    [16_000, 11_025],
  ])('a tone is the same at %d and at %d Hz', (from, to) => {
    const { rate, values } = first(resample(signals(tone(440, from, from / 10)), to));
    expect(rate).toBe(to);
    expect(values).toHaveLength(Math.ceil(to / 10));
    const wanted = tone(440, to, values.length).values;
    const inner = { from: 100, to: values.length - 100 };
    for (let at = inner.from; at < inner.to; at += 1) {
      expect(Math.abs((values[at] ?? 0) - (wanted[at] ?? 0))).toBeLessThan(0.01);
    }
  });

  test('what the new rate cannot hold is gone', () => {
    const { values } = first(resample(signals(tone(6000, 16_000, 1600)), 8000));
    expect(loudness(values.slice(100, 700))).toBeLessThan(0.01);
  });

  test('the same rate, and nothing, stay', () => {
    const signal = tone(440, 8000, 10);
    expect(resample(signals(signal, null), 8000)).toEqual(signals(signal, null));
  });

  test('silence at the ends goes', () => {
    const { values } = tone(440, 1000, 100);
    const quiet = new Float32Array(60);
    const whole = { rate: 1000, values: Float32Array.of(...quiet, ...values, ...quiet) };
    expect(first(trimSilence(signals(whole), 40)).values).toEqual(values);
    expect(first(trimSilence(signals({ rate: 1000, values: quiet }), 40)).values).toHaveLength(20);
    expect(
      first(trimSilence(signals({ rate: 1000, values: new Float32Array(0) }), 40)).values,
    ).toHaveLength(0);
  });

  test('waveforms have one length', () => {
    const signal = { rate: 8000, values: Float32Array.of(1, 2, 3) };
    const cells = waveform(signals(signal, null, { ...signal, values: Float32Array.of(7) }), 2);
    expect(cells).toEqual({
      type: 'numbers',
      shape: [2, 1],
      values: Float32Array.of(1, 2, 0, 0, 7, 0),
    });
  });
});
