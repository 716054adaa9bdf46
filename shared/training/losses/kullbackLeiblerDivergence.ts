import { defineLoss } from '#shared/training/catalogue.ts';
import { needsClasses } from '#shared/training/losses/fits.ts';

/** How far the predicted probabilities are from the target probabilities. */
export const kullbackLeiblerDivergence = defineLoss({
  kind: 'kullbackLeiblerDivergence',
  title: 'KLDivergence',
  gloss: 'KL 散度',
  doc: {
    en: 'How far the predicted probabilities are from the target probabilities.',
    'zh-CN': '预测概率与目标概率相差多远。',
  },
  link: 'https://keras.io/api/losses/probabilistic_losses/#kldivergence-class',
  params: {},
  target: 'oneHot',
  activations: ['softmax'],
  fits: needsClasses('KLDivergence', ['softmax']),
  tfjs: () => 'kullbackLeiblerDivergence',
  keras: () => 'kl_divergence',
});
