import { defineLoss } from '#shared/training/catalogue.ts';
import { needsActivation } from '#shared/training/losses/fits.ts';

/** For yes or no with targets −1 and 1: mistakes and narrow decisions cost, clear ones do not. */
export const hinge = defineLoss({
  kind: 'hinge',
  title: 'Hinge',
  gloss: '合页损失',
  doc: {
    en: 'For yes or no with targets −1 and 1: mistakes and narrow decisions cost, clear ones do not.',
    'zh-CN': '用于“是或否”，目标为 −1 和 1：错误和勉强的判断有代价，明确的没有。',
  },
  link: 'https://keras.io/api/losses/hinge_losses/#hinge-class',
  params: {},
  target: 'sign',
  activations: ['linear', 'tanh'],
  fits: needsActivation('Hinge', ['linear', 'tanh']),
  tfjs: () => 'hinge',
  keras: () => 'hinge',
});
