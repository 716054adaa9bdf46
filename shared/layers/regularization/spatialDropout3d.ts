import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { volumeFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  rate: rateParam,
  dataFormat: volumeFormatParam,
  seed: dropoutSeedParam,
} as const satisfies ParamTable;

/** Sets whole channels of a volume to 0 while training: (batch, depth, height, width, channels), the shape stays. */
export const spatialDropout3d = defineLayer({
  kind: 'spatialDropout3d',
  title: 'SpatialDropout3D',
  gloss: '三维空间随机失活层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'Like Dropout, for volumes: a channel is set to 0 everywhere or nowhere.',
    'zh-CN': '用于三维数据的 Dropout：一个通道要么处处置 0，要么都保留。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/spatial_dropout3d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values) =>
    fromModule(
      tfjsCall('spatialDropout3d', params, values, { seed: null }),
      'spatialDropout',
      'spatialDropout3d',
    ),
  keras: (values) =>
    kerasCall('layers.SpatialDropout3D', params, values, {
      dataFormat: 'channelsLast',
      seed: null,
    }),
});
