import { shuffledIndices } from '#shared/data/arithmetic/shuffle.ts';
import type { SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';

/** Every row has the same chance. */
export const random: SplitMethodDefinition = {
  method: 'random',
  title: { en: 'Random', 'zh-CN': '随机' },
  doc: {
    en: 'Every row has the same chance to lie in each part. The seed decides.',
    'zh-CN': '每一行进入各部分的机会相同，由随机种子决定。',
  },
  keyKinds: [],
  keyDefault: 'none',
  order: (rows) => shuffledIndices(rows.count, rows.random),
};
