import { oneHot as oneHotCells } from '#shared/data/arithmetic/oneHot.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Turns class numbers into rows with a one at the place of the class. */
export const oneHot = defineStep({
  kind: 'oneHot',
  title: { en: 'One-hot', 'zh-CN': '独热编码' },
  doc: {
    en: 'Turns the number of a class into a row of zeros with a one at its place.',
    'zh-CN': '把类别编号变成一行 0，只在该类别的位置为 1。',
  },
  params: {
    classes: {
      type: 'integer',
      default: 10,
      min: 2,
      max: 1_000_000,
      doc: { en: 'How many classes there are.', 'zh-CN': '一共有多少个类别。' },
    },
  },
  family: 'encoding',
  accepts: ['number', 'category', 'sequence'],
  output: (feature, { classes }) => {
    if (feature.shape === null) {
      return ok({ ...feature, dtype: 'float32', classes: null });
    }
    const isSingle = feature.shape.every((size) => size === 1);
    if (!isSingle) {
      return refuse('data.oneHotNeedsNumber', { feature: feature.name, shape: feature.shape });
    }
    if (feature.classes !== null && feature.classes > classes) {
      return refuse('data.oneHotTooFewClasses', {
        feature: feature.name,
        classes,
        found: feature.classes,
      });
    }
    return ok({ ...feature, shape: [classes], dtype: 'float32', classes: null });
  },
  arguments: ({ classes }) => [classes],
  apply: oneHotCells,
});
