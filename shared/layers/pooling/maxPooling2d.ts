import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  imagePooling,
  gridPoolingDefaults,
  imagePoolingParams,
  gridPoolingValues,
} from '#shared/layers/pooling/gridPooling.ts';

/** Keeps the largest number of each window: (batch, height, width, channels), smaller height and width. */
export const maxPooling2d = defineLayer({
  kind: 'maxPooling2d',
  ...imagePooling('MaxPooling2D'),
  gloss: '二维最大池化层',
  doc: {
    en: 'Makes an image smaller: of each window only the largest number stays.',
    'zh-CN': '缩小图像：每个窗口只保留最大的数。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/max_pooling2d/',
  tfjs: (values) =>
    tfjsCall('layers.maxPooling2d', imagePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2],
      ...gridPoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall('layers.MaxPooling2D', imagePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2],
      ...gridPoolingDefaults(values),
    }),
});
