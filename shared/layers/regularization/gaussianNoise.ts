import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { noSeedDifference } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  stddev: {
    type: 'number',
    default: 0.1,
    min: 0,
    doc: {
      en: 'Standard deviation of the noise. More fights overfitting harder and slows learning.',
      'zh-CN': '噪声的标准差。越大越能抑制过拟合，学习也越慢。',
    },
  },
} as const satisfies ParamTable;

/** Adds normally distributed noise while training; the shape stays (batch, ...shape). */
export const gaussianNoise = defineLayer({
  kind: 'gaussianNoise',
  title: 'GaussianNoise',
  gloss: '高斯噪声层',
  family: 'regularization',
  pictogram: 'noise',
  doc: {
    en: 'While training it adds random numbers, so that the network does not rely on details. Does nothing otherwise.',
    'zh-CN': '训练时加上随机数，使网络不依赖细节；其他时候不起作用。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/gaussian_noise/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ stddev }) => [String(stddev)],
  tfjs: (values) => tfjsCall('layers.gaussianNoise', params, values),
  keras: (values) => kerasCall('layers.GaussianNoise', params, values),
  differences: noSeedDifference,
});
