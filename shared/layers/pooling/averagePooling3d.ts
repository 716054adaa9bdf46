import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  volumePooling,
  gridPoolingDefaults,
  volumePoolingParams,
  gridPoolingValues,
} from '#shared/layers/pooling/gridPooling.ts';

/** Replaces each window by its mean: (batch, depth, height, width, channels), all three smaller. */
export const averagePooling3d = defineLayer({
  kind: 'averagePooling3d',
  ...volumePooling('AveragePooling3D'),
  gloss: '三维平均池化层',
  doc: {
    en: 'Makes a volume smaller: each window becomes its mean.',
    'zh-CN': '缩小三维数据：每个窗口变为它的平均值。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/average_pooling3d/',
  tfjs: (values) =>
    tfjsCall('layers.averagePooling3d', volumePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2, 2],
      ...gridPoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall(
      'layers.AveragePooling3D',
      volumePoolingParams,
      gridPoolingValues(values),
      gridPoolingDefaults(values),
    ),
});
