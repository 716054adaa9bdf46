import { toCategory as toCategoryOf } from '#shared/data/arithmetic/toCategory.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseSeveral } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'To category', 'zh-CN': '转为类别' };

/** Turns numbers and texts into categories. */
export const toCategory = defineStep({
  kind: 'toCategory',
  title,
  doc: {
    en: 'Treats numbers or texts as categories: 1, 2 and 3 become three classes without an order.',
    'zh-CN': '把数或文本当作类别：1、2、3 变成三个没有大小之分的类别。',
  },
  family: 'encoding',
  params: {
    names: {
      type: 'text',
      default: '',
      doc: {
        en: 'The categories, parted by commas, in the order of their numbers; any other value counts as missing. Empty: every value is a category.',
        'zh-CN': '各类别，用逗号分隔，顺序即编号顺序；其他值算作缺失。留空表示每个值都是一个类别。',
      },
    },
  },
  accepts: ['number', 'text', 'category'],
  output: (feature, params) => {
    const refused = refuseSeveral(title, feature);
    if (refused !== null) return refused;
    const { name, role } = feature;
    const classNames =
      namesOf(params.names) ?? (feature.kind === 'category' ? feature.classNames : undefined);
    return ok({
      name,
      role,
      kind: 'category',
      shape: [],
      dtype: 'text',
      classes: classNames?.length ?? null,
      ...(classNames === undefined ? {} : { classNames }),
    });
  },
  arguments: ({ names }) => [namesOf(names) ?? null],
  apply: toCategoryOf,
});

function namesOf(text: string): readonly string[] | undefined {
  const names = text
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : [...new Set(names)];
}
