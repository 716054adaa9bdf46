import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** Mean of the squared differences. */
export const meanSquaredError = defineLoss({
  kind: 'meanSquaredError',
  title: 'MeanSquaredError',
  gloss: '均方误差',
  doc: {
    en: 'Mean of the squared differences. The usual choice for predicting numbers; large mistakes count much.',
    'zh-CN': '差的平方的平均。预测数值时的常用选择，大误差影响更大。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#meansquarederror-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'meanSquaredError',
  keras: () => 'mean_squared_error',
});
