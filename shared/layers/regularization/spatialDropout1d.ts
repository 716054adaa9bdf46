import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = { rate: rateParam, seed: dropoutSeedParam } as const satisfies ParamTable;

/** Sets whole channels of a sequence to 0 while training: (batch, steps, channels), the shape stays. */
export const spatialDropout1d = defineLayer({
  kind: 'spatialDropout1d',
  title: 'SpatialDropout1D',
  gloss: '一维空间随机失活层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'Like Dropout, for sequences: a channel is set to 0 at all steps or at none.',
    'zh-CN': '用于序列的 Dropout：一个通道要么所有步都置 0，要么都保留。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/spatial_dropout1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values) => tfjsCall('layers.spatialDropout1d', params, values, { seed: null }),
  keras: (values) => kerasCall('layers.SpatialDropout1D', params, values, { seed: null }),
});
