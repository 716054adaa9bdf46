import { splitGroups } from '#shared/data/arithmetic/splitGroups.ts';
import type { SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';

/** Rows of one group stay together. */
export const group: SplitMethodDefinition = {
  method: 'group',
  title: { en: 'By group', 'zh-CN': '按组' },
  doc: {
    en: 'Rows of the same group (a patient, a speaker, a document) lie in one part: the test shows how well the network does with groups that it never saw.',
    'zh-CN':
      '同一组的行（同一位病人、说话人或文档）只进入一个部分：测试结果说明网络对从未见过的组表现如何。',
  },
  keyKinds: ['category', 'text', 'number'],
  keyDefault: 'required',
  order: null,
  divide: ({ count, keys, validationFraction, testFraction, random }) =>
    splitGroups(
      keys ?? Array.from({ length: count }, () => null),
      validationFraction,
      testFraction,
      random,
    ),
};
