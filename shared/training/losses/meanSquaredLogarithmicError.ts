import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** Squared differences of logarithms. */
export const meanSquaredLogarithmicError = defineLoss({
  kind: 'meanSquaredLogarithmicError',
  title: 'MeanSquaredLogarithmicError',
  gloss: '均方对数误差',
  doc: {
    en: 'Squared differences of logarithms. For numbers that grow by factors; targets must not be negative.',
    'zh-CN': '对数之差的平方平均。适合按倍数增长的数，目标不能为负。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#meansquaredlogarithmicerror-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'meanSquaredLogarithmicError',
  keras: () => 'mean_squared_logarithmic_error',
});
