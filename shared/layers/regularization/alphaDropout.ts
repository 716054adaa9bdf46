import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { noSeedDifference, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = { rate: rateParam } as const satisfies ParamTable;

/** Dropout that keeps mean and variance (Klambauer et al. 2017): the shape stays (batch, ...shape). */
export const alphaDropout = defineLayer({
  kind: 'alphaDropout',
  title: 'AlphaDropout',
  gloss: 'Alpha 随机失活层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'A Dropout for layers with the activation selu: it keeps the mean and the variance of the numbers.',
    'zh-CN': '配合激活函数 selu 使用的 Dropout：保持数的均值和方差。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/alpha_dropout/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values) => tfjsCall('layers.alphaDropout', params, values),
  keras: (values) => kerasCall('layers.AlphaDropout', params, values),
  differences: noSeedDifference,
});
