import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { findStep } from '#shared/data/steps/index.ts';
import type { Check } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** Boxes of objects do not move along with steps and augmentations that move what is in the picture. */
export const checkMovedBoxes: Check = ({ document }) => {
  const { data } = document;
  const boxes = data.features.find(({ kind, role }) => kind === 'boxes' && role === 'target');
  if (boxes === undefined || !Object.values(data.bindings.outputs).includes(boxes.name)) return [];
  const moving: { readonly title: LocalText; readonly without: Partial<DataRecipe> }[] = [];
  for (const step of data.steps) {
    const definition = findStep(step.kind);
    const values = parseParams(definition?.params ?? {}, step.params).values;
    if (definition?.moves?.(values) !== true) continue;
    const steps = data.steps.filter((each) => each !== step);
    moving.push({ title: definition.title, without: { steps } });
  }
  for (const augmentation of data.augmentations) {
    const definition = findAugmentation(augmentation.kind);
    if (definition?.moves !== true) continue;
    const augmentations = data.augmentations.filter((each) => each !== augmentation);
    moving.push({ title: definition.title, without: { augmentations } });
  }
  return moving.map(({ title: { en: title, 'zh-CN': titleChinese }, without }) => {
    const values = { feature: boxes.name, title, titleChinese };
    return found('error', 'boxes.moved', { param: 'data' }, values, [
      {
        title: { en: `Remove ${title}`, 'zh-CN': `去掉“${titleChinese}”` },
        edit: { type: 'setData', data: without },
      },
    ]);
  });
};
