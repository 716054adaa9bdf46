import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  globalVolumePooling,
  globalVolumePoolingParams,
} from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the largest number of each channel: (batch, depth, height, width, channels) → (batch, channels). */
export const globalMaxPooling3d = defineLayer({
  kind: 'globalMaxPooling3d',
  ...globalVolumePooling('GlobalMaxPooling3D'),
  gloss: '三维全局最大池化层',
  doc: {
    en: 'Of each channel of a volume only the largest number stays. Often used instead of Flatten.',
    'zh-CN': '三维数据的每个通道只保留最大的数。常用来代替 Flatten。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_max_pooling3d/',
  tfjs: (values) =>
    fromModule(
      tfjsCall('globalMaxPooling3d', globalVolumePoolingParams, values),
      'globalPooling3d',
      'globalMaxPooling3d',
    ),
  keras: (values) =>
    kerasCall('layers.GlobalMaxPooling3D', globalVolumePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
});
