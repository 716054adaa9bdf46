import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** Mean of the differences in percent of the target. */
export const meanAbsolutePercentageError = defineLoss({
  kind: 'meanAbsolutePercentageError',
  title: 'MeanAbsolutePercentageError',
  gloss: '平均绝对百分比误差',
  doc: {
    en: 'Mean of the differences in percent of the target. For positive numbers of very different size.',
    'zh-CN': '差占目标值百分比的平均。适合大小悬殊的正数。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#meanabsolutepercentageerror-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'meanAbsolutePercentageError',
  keras: () => 'mean_absolute_percentage_error',
});
