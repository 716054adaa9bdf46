import { defineLoss } from '#shared/training/catalogue.ts';
import { fitsAlways } from '#shared/training/losses/fits.ts';

/** Like the squared error for small differences and like the absolute error for large ones. */
export const logcosh = defineLoss({
  kind: 'logcosh',
  title: 'LogCosh',
  gloss: '对数双曲余弦',
  doc: {
    en: 'Like the squared error for small differences and like the absolute error for large ones.',
    'zh-CN': '误差小时像均方误差，误差大时像平均绝对误差。',
  },
  link: 'https://keras.io/api/losses/regression_losses/#logcosh-class',
  params: {},
  target: 'values',
  activations: null,
  fits: fitsAlways,
  tfjs: () => 'logcosh',
  keras: () => 'log_cosh',
});
