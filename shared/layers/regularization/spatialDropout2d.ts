import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  rate: rateParam,
  dataFormat: dataFormatParam,
  seed: dropoutSeedParam,
} as const satisfies ParamTable;

/** Sets whole channels of an image to 0 while training: (batch, height, width, channels), the shape stays. */
export const spatialDropout2d = defineLayer({
  kind: 'spatialDropout2d',
  title: 'SpatialDropout2D',
  gloss: '二维空间随机失活层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'Like Dropout, for images: a channel is set to 0 everywhere or nowhere.',
    'zh-CN': '用于图像的 Dropout：一个通道要么处处置 0，要么都保留。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/spatial_dropout2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values) =>
    fromModule(
      tfjsCall('spatialDropout2d', params, values, { seed: null }),
      'spatialDropout',
      'spatialDropout2d',
    ),
  keras: (values) =>
    kerasCall('layers.SpatialDropout2D', params, values, {
      dataFormat: 'channelsLast',
      seed: null,
    }),
});
