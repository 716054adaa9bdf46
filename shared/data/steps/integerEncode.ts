import { integerEncode as integerEncodeCells } from '#shared/data/arithmetic/integerEncode.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import type { Feature } from '#shared/data/feature.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Number the classes', 'zh-CN': '整数编码' };

/** Turns categories into class numbers. */
export const integerEncode = defineStep({
  kind: 'integerEncode',
  title,
  doc: {
    en: 'Replaces a category by its number, from 0, for a target or for an Embedding. Where the categories are not known from the data, they are those of the training rows, the most frequent first.',
    'zh-CN':
      '把类别替换为从 0 开始的编号，用于目标或 Embedding。如果无法从数据得知有哪些类别，就采用训练行中的类别，最常见的在前。',
  },
  family: 'encoding',
  params: {
    unknown: {
      type: 'choice',
      default: 'missing',
      choices: ['missing', 'extra'],
      doc: {
        en: 'What a missing or unknown category becomes: missing, or one extra class after all others.',
        'zh-CN': '缺失或未知的类别变成什么：缺失，或排在最后的一个额外类别。',
      },
    },
  },
  accepts: ['category', 'text'],
  output: (feature, { unknown }) => {
    const refused = refuseNumbers(title, feature);
    if (refused !== null) return refused;
    const { name, role, classNames } = feature;
    const known = classNames?.length;
    return ok({
      name,
      role,
      kind: 'category',
      shape: [],
      dtype: unknown === 'extra' ? 'int32' : 'float32',
      classes: known === undefined ? null : known + (unknown === 'extra' ? 1 : 0),
      ...(classNames === undefined || unknown === 'extra' ? {} : { classNames }),
    });
  },
  fit: (_params, { classNames }: Feature) => {
    if (classNames !== undefined) return { add: () => undefined, result: () => classNames };
    const counts = countTexts();
    return { add: counts.add, result: () => counts.result().map(({ value }) => value) };
  },
  arguments: ({ unknown }, fitted) => {
    const names = (fitted ?? []) as readonly string[];
    return [names, unknown === 'extra' ? names.length : null];
  },
  apply: integerEncodeCells,
});
