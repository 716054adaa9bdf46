import { defineLoss } from '#shared/training/catalogue.ts';
import { needsClasses } from '#shared/training/losses/fits.ts';

/** For one of several classes, with the number of the class as target. */
export const sparseCategoricalCrossentropy = defineLoss({
  kind: 'sparseCategoricalCrossentropy',
  title: 'SparseCategoricalCrossentropy',
  gloss: '稀疏分类交叉熵',
  doc: {
    en: 'For one of several classes, with the number of the class as target. The last layer needs softmax.',
    'zh-CN': '用于多个类别中选一个，目标为类别编号。最后一层要用 softmax。',
  },
  link: 'https://keras.io/api/losses/probabilistic_losses/#sparsecategoricalcrossentropy-class',
  params: {},
  target: 'classIndex',
  activations: ['softmax'],
  fits: needsClasses('SparseCategoricalCrossentropy', ['softmax']),
  tfjs: () => 'sparseCategoricalCrossentropy',
  keras: () => 'sparse_categorical_crossentropy',
});
