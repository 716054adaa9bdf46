import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { noSeedDifference, strengthParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = { rate: strengthParam } as const satisfies ParamTable;

/** Multiplies by noise around 1 while training; the shape stays (batch, ...shape). */
export const gaussianDropout = defineLayer({
  kind: 'gaussianDropout',
  title: 'GaussianDropout',
  gloss: '高斯随机失活层',
  family: 'regularization',
  pictogram: 'noise',
  doc: {
    en: 'While training it multiplies each number by a random one around 1: a Dropout without hard zeros. Does nothing otherwise.',
    'zh-CN': '训练时把每个数乘以 1 附近的随机数：不硬性置零的 Dropout；其他时候不起作用。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/gaussian_dropout/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values) => tfjsCall('layers.gaussianDropout', params, values),
  keras: (values) => kerasCall('layers.GaussianDropout', params, values),
  differences: noSeedDifference,
});
