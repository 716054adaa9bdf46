import { defineLoss } from '#shared/training/catalogue.ts';
import { needsClasses } from '#shared/training/losses/fits.ts';

/** Hinge for one of several classes, with one-hot targets. */
export const categoricalHinge = defineLoss({
  kind: 'categoricalHinge',
  title: 'CategoricalHinge',
  gloss: '分类合页损失',
  doc: {
    en: 'Hinge for one of several classes, with one-hot targets.',
    'zh-CN': '用于多个类别中选一个的合页损失，目标为独热编码。',
  },
  link: 'https://keras.io/api/losses/hinge_losses/#categoricalhinge-class',
  params: {},
  target: 'oneHot',
  activations: ['linear', 'tanh', 'softmax'],
  fits: needsClasses('CategoricalHinge', null),
  tfjs: () => 'categoricalHinge',
  keras: () => 'categorical_hinge',
});
