import { fillCategories as fillCategoriesIn } from '#shared/data/arithmetic/fillCategories.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import type { Feature } from '#shared/data/feature.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Fill missing categories', 'zh-CN': '填补缺失的类别' };

/** Replaces categories and texts that are missing by one of them. */
export const fillCategories = defineStep({
  kind: 'fillCategories',
  title,
  doc: {
    en: 'Replaces categories or texts that are missing by one: the most frequent of the training rows, or one of yours.',
    'zh-CN': '用同一个类别或文本替换缺失的值：训练行中最常见的，或您给定的。',
  },
  family: 'missing',
  params: {
    strategy: {
      type: 'choice',
      default: 'mostFrequent',
      choices: ['mostFrequent', 'value'],
      doc: {
        en: 'What fills the gaps. A value of its own keeps the fact that it was missing.',
        'zh-CN': '用什么填补空缺。单独的值可以保留“原本缺失”这一信息。',
      },
    },
    value: {
      type: 'text',
      default: 'missing',
      doc: {
        en: 'The text of the strategy “value”. Where it is not a category yet, it becomes one.',
        'zh-CN': '策略为 value 时使用的文本。如果还不是已有类别，就会成为新的类别。',
      },
    },
  },
  accepts: ['category', 'text'],
  output: (feature, { strategy, value }) =>
    refuseNumbers(title, feature) ?? ok(strategy === 'value' ? withClass(feature, value) : feature),
  fit: () => {
    const counts = countTexts();
    return { add: counts.add, result: () => counts.result()[0]?.value ?? '' };
  },
  arguments: ({ strategy, value }, fitted) => [strategy === 'value' ? value : fitted],
  apply: fillCategoriesIn,
});

/** The feature with one class more, where its classes are known and it is not among them. */
function withClass(feature: Feature, name: string): Feature {
  if (feature.classNames === undefined || feature.classNames.includes(name)) return feature;
  const classNames = [...feature.classNames, name];
  return { ...feature, classes: classNames.length, classNames };
}
