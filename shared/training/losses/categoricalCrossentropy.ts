import { defineLoss } from '#shared/training/catalogue.ts';
import { needsClasses } from '#shared/training/losses/fits.ts';

/** For one of several classes, with one-hot targets. */
export const categoricalCrossentropy = defineLoss({
  kind: 'categoricalCrossentropy',
  title: 'CategoricalCrossentropy',
  gloss: '分类交叉熵',
  doc: {
    en: 'For one of several classes, with one-hot targets. The last layer needs softmax.',
    'zh-CN': '用于多个类别中选一个，目标为独热编码。最后一层要用 softmax。',
  },
  link: 'https://keras.io/api/losses/probabilistic_losses/#categoricalcrossentropy-class',
  params: {},
  target: 'oneHot',
  activations: ['softmax'],
  fits: needsClasses('CategoricalCrossentropy', ['softmax']),
  tfjs: () => 'categoricalCrossentropy',
  keras: () => 'categorical_crossentropy',
});
