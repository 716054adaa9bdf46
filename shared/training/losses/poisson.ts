import { defineLoss } from '#shared/training/catalogue.ts';
import { needsActivation } from '#shared/training/losses/fits.ts';

/** For counts: how many events happen. */
export const poisson = defineLoss({
  kind: 'poisson',
  title: 'Poisson',
  gloss: '泊松损失',
  doc: {
    en: 'For counts: how many events happen. The output must be positive.',
    'zh-CN': '用于计数：事件发生多少次。输出必须为正。',
  },
  link: 'https://keras.io/api/losses/probabilistic_losses/#poisson-class',
  params: {},
  target: 'values',
  activations: ['exponential', 'softplus', 'relu'],
  fits: needsActivation('Poisson', ['exponential', 'softplus', 'relu']),
  tfjs: () => 'poisson',
  keras: () => 'poisson',
});
