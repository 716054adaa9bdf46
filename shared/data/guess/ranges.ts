import type { NumberStatistics } from '#shared/data/report.ts';

/** Whether numbers lie farther from 0 than `limit`, or so close together that a network hardly tells them apart. */
export function isLarge({ min, max, deviation }: NumberStatistics, limit: number): boolean {
  return Math.max(Math.abs(min), Math.abs(max)) > limit || (deviation > 0 && deviation < 0.01);
}
