import type { IntegerParam } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** Said of operations that are layers in neither library. */
export const ownOperation: LocalText = {
  en: 'An operation in both libraries, and a layer in neither; the code here brings a small layer for each.',
  'zh-CN': '两个库都有这个运算，但都没有对应的层；这里的代码为两者各自带一个小层。',
};

/** The parameter `axis` of an operation, counted as Keras does. */
export function countedAxisParam(start: number, doc: LocalText) {
  return { type: 'integer', default: start, doc } as const satisfies IntegerParam;
}
