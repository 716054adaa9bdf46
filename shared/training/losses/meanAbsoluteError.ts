import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** Mean of the differences without sign. */
export const meanAbsoluteError = defineLoss({
  kind: 'meanAbsoluteError',
  title: 'MeanAbsoluteError',
  gloss: '平均绝对误差',
  doc: {
    en: 'Mean of the differences without sign. For numbers with outliers.',
    'zh-CN': '差的绝对值的平均。适合含有离群值的数值。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#meanabsoluteerror-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'meanAbsoluteError',
  keras: () => 'mean_absolute_error',
});
