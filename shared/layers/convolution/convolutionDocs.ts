import type { LocalText } from '#shared/problems/problem.ts';

/** Said of every layer with a `dilationRate`. */
export const dilationDifference: LocalText = {
  en: 'Plain tfjs cannot train with a dilation above 1 (it predicts correctly); the engine here can.',
  'zh-CN': '普通的 tfjs 在空洞率大于 1 时不能训练（预测正确）；本程序的引擎可以。',
};
