import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine } from '#shared/data/checkData/dataCheck.ts';

/** What always saying the mean achieves where a number is to be predicted. */
export const checkMeanBaseline: DataCheck = ({ target }) => {
  const numbers = target?.found.numbers ?? null;
  if (target === null || numbers === null || numbers.deviation === 0) return [];
  const { kind, classes, name } = target.feature;
  if (kind !== 'number' || classes !== null) return [];
  const { mean, deviation } = numbers;
  const short = (value: number) => Number(value.toPrecision(3));
  return [
    fine(
      'check.meanBaseline',
      {
        target: name,
        mean: short(mean),
        deviation: short(deviation),
        variance: short(deviation ** 2),
      },
      name,
    ),
  ];
};
