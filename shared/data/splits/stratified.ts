import { shuffledIndices } from '#shared/data/arithmetic/shuffle.ts';
import { stratifiedOrder } from '#shared/data/arithmetic/stratifiedOrder.ts';
import type { SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';

/** Every class has the same share in each part. */
export const stratified: SplitMethodDefinition = {
  method: 'stratified',
  title: { en: 'Same class shares', 'zh-CN': '分层（各类比例相同）' },
  doc: {
    en: 'Random, but every class has the same share in each part: rare classes are in all of them.',
    'zh-CN': '随机划分，但各类别在每一部分中的比例相同：少见的类别不会漏掉。',
  },
  keyKinds: ['category', 'number'],
  keyDefault: 'target',
  order: ({ count, keys, random }) =>
    keys === null ? shuffledIndices(count, random) : stratifiedOrder(keys, random),
};
