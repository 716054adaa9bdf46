import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  globalVolumePooling,
  globalVolumePoolingParams,
} from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the mean of each channel: (batch, depth, height, width, channels) → (batch, channels). */
export const globalAveragePooling3d = defineLayer({
  kind: 'globalAveragePooling3d',
  ...globalVolumePooling('GlobalAveragePooling3D'),
  gloss: '三维全局平均池化层',
  doc: {
    en: 'Of each channel of a volume only the mean stays. Often used instead of Flatten.',
    'zh-CN': '三维数据的每个通道只保留平均值。常用来代替 Flatten。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_average_pooling3d/',
  tfjs: (values) =>
    fromModule(
      tfjsCall('globalAveragePooling3d', globalVolumePoolingParams, values),
      'globalPooling3d',
      'globalAveragePooling3d',
    ),
  keras: (values) =>
    kerasCall('layers.GlobalAveragePooling3D', globalVolumePoolingParams, values, {
      dataFormat: 'channelsLast',
    }),
});
