import { defineLoss } from '#shared/training/catalogue.ts';
import { needsActivation } from '#shared/training/losses/fits.ts';

/** Hinge, squared: large mistakes count much more. */
export const squaredHinge = defineLoss({
  kind: 'squaredHinge',
  title: 'SquaredHinge',
  gloss: '平方合页损失',
  doc: {
    en: 'Hinge, squared: large mistakes count much more.',
    'zh-CN': '合页损失的平方：大错误的代价大得多。',
  },
  link: 'https://keras.io/api/losses/hinge_losses/#squaredhinge-class',
  params: {},
  target: 'sign',
  activations: ['linear', 'tanh'],
  fits: needsActivation('SquaredHinge', ['linear', 'tanh']),
  tfjs: () => 'squaredHinge',
  keras: () => 'squared_hinge',
});
