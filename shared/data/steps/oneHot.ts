import { oneHot as oneHotCells } from '#shared/data/arithmetic/oneHot.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Turns classes into rows with a one at the place of the class. */
export const oneHot = defineStep({
  kind: 'oneHot',
  title: { en: 'One-hot', 'zh-CN': '独热编码' },
  doc: {
    en: 'Turns a class into a row of zeros with a one at its place. What is missing, or no class, gives zeros only.',
    'zh-CN': '把类别变成一行 0，只在该类别的位置为 1。缺失或未知的类别得到全 0。',
  },
  family: 'encoding',
  params: {
    classes: {
      type: 'integer',
      default: 10,
      min: 2,
      max: 1_000_000,
      doc: {
        en: 'How many classes there are. Categories whose names are known have as many as names; of others the most frequent of the training rows are taken.',
        'zh-CN': '一共有多少个类别。名称已知的类别以名称的数目为准；否则取训练行中最常见的若干个。',
      },
    },
  },
  accepts: ['number', 'category', 'sequence', 'text'],
  output: (feature, { classes }) => {
    const { classNames } = feature;
    if (feature.dtype === 'text' && classNames !== undefined) {
      return ok({ ...feature, shape: [classNames.length], dtype: 'float32', classes: null });
    }
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
    const kind = feature.kind === 'text' ? 'category' : feature.kind;
    return ok({ ...feature, kind, shape: [classes], dtype: 'float32', classes: null });
  },
  fit: ({ classes }, { dtype, classNames }) => {
    if (dtype !== 'text') return { add: () => undefined, result: () => null };
    if (classNames !== undefined) return { add: () => undefined, result: () => classNames };
    const counts = countTexts();
    return {
      add: counts.add,
      // null: the place of a class that did not come.
      result: () => {
        const names = counts.result().map(({ value }) => value);
        return Array.from({ length: classes }, (_value, place) => names[place] ?? null);
      },
    };
  },
  arguments: ({ classes }, fitted) => [fitted ?? classes],
  apply: oneHotCells,
});
