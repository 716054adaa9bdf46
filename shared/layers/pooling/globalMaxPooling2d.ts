import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  globalImagePooling,
  globalImagePoolingParams,
} from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the largest number of each channel: (batch, height, width, channels) → (batch, channels). */
export const globalMaxPooling2d = defineLayer({
  kind: 'globalMaxPooling2d',
  ...globalImagePooling('GlobalMaxPooling2D'),
  gloss: '二维全局最大池化层',
  doc: {
    en: 'Of each channel of an image only the largest number stays. Often used instead of Flatten.',
    'zh-CN': '图像的每个通道只保留最大的数。常用来代替 Flatten。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_max_pooling2d/',
  tfjs: (values) =>
    tfjsCall('layers.globalMaxPooling2d', globalImagePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
  keras: (values) =>
    kerasCall('layers.GlobalMaxPooling2D', globalImagePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
});
