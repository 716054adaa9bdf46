import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { warn } from '#shared/data/checkData/dataCheck.ts';

/** Classes with fewer rows than this can hardly be learned, nor be in every part. */
const fewRows = 10;

/** Classes of which there is hardly anything. */
export const checkFewExamples: DataCheck = ({ target }) => {
  if (target?.feature.kind !== 'category') return [];
  const few = target.found.top.filter(({ count }) => count < fewRows);
  if (few.length === 0 || (target.found.distinct ?? 0) < 2) return [];
  return [
    warn(
      'check.fewExamples',
      {
        target: target.feature.name,
        classes: few.slice(0, 5).map(({ value }) => value),
        count: few.length,
        rows: fewRows,
        least: few.at(-1)?.count ?? 0,
      },
      [],
      target.feature.name,
    ),
  ];
};
