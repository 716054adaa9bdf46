import { latestFirst } from '#shared/data/arithmetic/latestFirst.ts';
import type { SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';

/** The past trains, the future tests. */
export const time: SplitMethodDefinition = {
  method: 'time',
  title: { en: 'By time', 'zh-CN': '按时间' },
  doc: {
    en: 'The earliest rows train, the next validate, the latest test: as in use, the network is judged by what came later.',
    'zh-CN':
      '最早的行用于训练，之后的用于验证，最晚的用于测试：和实际使用时一样，用后来的数据评判网络。',
  },
  keyKinds: ['date', 'number'],
  keyDefault: 'none',
  order: ({ count, keys }) =>
    latestFirst(
      Float64Array.from({ length: count }, (_, row) => (keys === null ? row : timeOf(keys[row]))),
    ),
};

function timeOf(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : NaN;
}
