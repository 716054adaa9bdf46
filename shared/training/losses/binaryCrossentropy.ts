import { defineLoss } from '#shared/training/catalogue.ts';
import { needsActivation } from '#shared/training/losses/fits.ts';

/** For yes or no: the output is the probability of yes, so the last layer needs sigmoid. */
export const binaryCrossentropy = defineLoss({
  kind: 'binaryCrossentropy',
  title: 'BinaryCrossentropy',
  gloss: '二元交叉熵',
  doc: {
    en: 'For yes or no: the output is the probability of yes, so the last layer needs sigmoid.',
    'zh-CN': '用于“是或否”：输出为“是”的概率，最后一层要用 sigmoid。',
  },
  link: 'https://keras.io/api/losses/probabilistic_losses/#binarycrossentropy-class',
  params: {},
  target: 'binary',
  activations: ['sigmoid'],
  fits: needsActivation('BinaryCrossentropy', ['sigmoid', 'hardSigmoid', 'softmax']),
  tfjs: () => 'binaryCrossentropy',
  keras: () => 'binary_crossentropy',
});
