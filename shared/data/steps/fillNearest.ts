import { fillNearest as fillNearestIn } from '#shared/data/arithmetic/fillNearest.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { gatherMoments } from '#shared/data/fits/moments.ts';
import { gatherRows } from '#shared/data/fits/rows.ts';
import { refuseSeveral } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Fill from similar rows', 'zh-CN': '用相似的行填补' };

/** Replaces numbers that are missing by those of the nearest training rows. */
export const fillNearest = defineStep({
  kind: 'fillNearest',
  title,
  doc: {
    en: 'Replaces numbers that are missing by the mean of the training rows that are nearest in the step’s other features (k nearest neighbours). Choose all features that belong together.',
    'zh-CN':
      '用该步骤其余特征最接近的若干训练行的均值替换缺失的数（k 近邻）。请选择所有相关的特征。',
  },
  family: 'missing',
  params: {
    neighbours: {
      type: 'integer',
      default: 5,
      min: 1,
      max: 100,
      doc: {
        en: 'How many of the nearest rows are averaged. More give a smoother, less particular value.',
        'zh-CN': '对最接近的多少行取平均。越多，结果越平滑，也越缺少个性。',
      },
    },
    rows: {
      type: 'integer',
      default: 1000,
      min: 10,
      max: 10_000,
      advanced: true,
      doc: {
        en: 'How many training rows are kept to compare with, drawn at random where there are more. They travel with the model.',
        'zh-CN': '保留多少训练行用于比较，超过时随机抽取。这些行会随模型一起保存。',
      },
    },
  },
  accepts: ['number'],
  together: true,
  output: (feature) =>
    refuseSeveral(title, feature) ?? ok({ ...feature, dtype: 'float32', classes: null }),
  fit: ({ rows }) => {
    const sample = gatherRows(rows);
    let moments: ReturnType<typeof gatherMoments> | null = null;
    return {
      add: (cells) => {
        if (cells.type !== 'numbers') return;
        moments ??= gatherMoments(cells.shape[0] ?? 1);
        moments.add(cells);
        sample.add(cells);
      },
      result: () => {
        const columns = moments?.result() ?? [];
        return {
          rows: sample.result(),
          means: columns.map(({ mean }) => mean),
          deviations: columns.map(({ deviation }) => (deviation === 0 ? 1 : deviation)),
        };
      },
    };
  },
  arguments: ({ neighbours }, fitted) => {
    const { rows, means, deviations } = fitted as Readonly<Record<string, JsonValue>>;
    return [rows ?? [], means ?? [], deviations ?? [], neighbours];
  },
  apply: fillNearestIn,
});
