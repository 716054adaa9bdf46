import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { warn } from '#shared/data/checkData/dataCheck.ts';
import { findStep } from '#shared/data/steps/index.ts';

/** Gaps in a feature that nothing fills: what is not a number makes the whole network not a number. */
export const checkGaps: DataCheck = (context) => {
  const filling: ReadonlySet<string> = new Set(
    context.recipe.steps.flatMap((step) => (fillers.has(step.kind) ? step.features : [])),
  );
  const open = context.features.filter(
    ({ name, role, kind }) =>
      (role === 'input' || role === 'target') &&
      (context.reportOf(name)?.missing ?? 0) > 0 &&
      !filling.has(name) &&
      ['number', 'category', 'date', 'image', 'audio'].includes(kind),
  );
  return open.map(({ name, role, kind }) => {
    const missing = context.reportOf(name)?.missing ?? 0;
    const isFilled = role === 'input' && (kind === 'number' || kind === 'category');
    const fill = {
      kind: kind === 'number' ? 'fillNumbers' : 'fillCategories',
      features: [name],
      params: {},
    };
    const drop = { kind: 'dropMissing', features: [name], params: {} };
    const fixes = [
      ...(isFilled ? [{ title: { en: `Fill ${name}`, 'zh-CN': `填补 ${name}` }, step: fill }] : []),
      { title: { en: 'Drop those rows', 'zh-CN': '去掉这些行' }, step: drop },
    ]
      .filter(({ step }) => findStep(step.kind) !== undefined)
      .map(({ title, step }) => ({ title, data: { steps: [step, ...context.recipe.steps] } }));
    return warn('check.gaps', { feature: name, missing }, fixes, name);
  });
};

const fillers: ReadonlySet<string> = new Set([
  ...['fillNumbers', 'fillCategories', 'fillForward', 'fillNearest', 'dropMissing'],
]);
