import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  globalImagePooling,
  globalImagePoolingParams,
} from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the mean of each channel: (batch, height, width, channels) → (batch, channels). */
export const globalAveragePooling2d = defineLayer({
  kind: 'globalAveragePooling2d',
  ...globalImagePooling('GlobalAveragePooling2D'),
  gloss: '二维全局平均池化层',
  doc: {
    en: 'Of each channel of an image only the mean stays. Often used instead of Flatten.',
    'zh-CN': '图像的每个通道只保留平均值。常用来代替 Flatten。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_average_pooling2d/',
  tfjs: (values) =>
    tfjsCall('layers.globalAveragePooling2d', globalImagePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
  keras: (values) =>
    kerasCall('layers.GlobalAveragePooling2D', globalImagePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
});
