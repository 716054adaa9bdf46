import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { warn } from '#shared/data/checkData/dataCheck.ts';

/** A target that is always the same leaves nothing to learn. */
export const checkOneClass: DataCheck = ({ target }) => {
  if (target === null || target.found.distinct !== 1) return [];
  const { name } = target.feature;
  return [
    warn('check.oneClass', { target: name, class: target.found.top[0]?.value ?? '' }, [], name),
  ];
};
