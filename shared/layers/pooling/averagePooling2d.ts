import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  imagePooling,
  gridPoolingDefaults,
  imagePoolingParams,
  gridPoolingValues,
} from '#shared/layers/pooling/gridPooling.ts';

/** Replaces each window by its mean: (batch, height, width, channels), smaller height and width. */
export const averagePooling2d = defineLayer({
  kind: 'averagePooling2d',
  ...imagePooling('AveragePooling2D'),
  gloss: '二维平均池化层',
  doc: {
    en: 'Makes an image smaller: each window becomes its mean.',
    'zh-CN': '缩小图像：每个窗口变为它的平均值。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/average_pooling2d/',
  tfjs: (values) =>
    tfjsCall('layers.averagePooling2d', imagePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2],
      ...gridPoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall(
      'layers.AveragePooling2D',
      imagePoolingParams,
      gridPoolingValues(values),
      gridPoolingDefaults(values),
    ),
});
