import { splitByName } from '#shared/data/arithmetic/splitByName.ts';
import type { SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';

/** A column says it. */
export const column: SplitMethodDefinition = {
  method: 'column',
  title: { en: 'By a column', 'zh-CN': '按列' },
  doc: {
    en: 'A column names the part of each row: test…, val… or dev…, anything else trains.',
    'zh-CN': '由某一列指明每行属于哪一部分：以 test、val 或 dev 开头的值，其余用于训练。',
  },
  keyKinds: ['category', 'text'],
  keyDefault: 'required',
  ignoresFractions: true,
  order: null,
  divide: ({ count, keys }) => splitByName(keys ?? Array.from({ length: count }, () => null)),
};
