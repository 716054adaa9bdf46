import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  volumePooling,
  gridPoolingDefaults,
  volumePoolingParams,
  gridPoolingValues,
} from '#shared/layers/pooling/gridPooling.ts';

/** Keeps the largest number of each window: (batch, depth, height, width, channels), all three smaller. */
export const maxPooling3d = defineLayer({
  kind: 'maxPooling3d',
  ...volumePooling('MaxPooling3D'),
  gloss: '三维最大池化层',
  doc: {
    en: 'Makes a volume smaller: of each window only the largest number stays.',
    'zh-CN': '缩小三维数据：每个窗口只保留最大的数。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/max_pooling3d/',
  tfjs: (values) =>
    tfjsCall('layers.maxPooling3d', volumePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2, 2],
      ...gridPoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall('layers.MaxPooling3D', volumePoolingParams, gridPoolingValues(values), {
      poolSize: [2, 2, 2],
      ...gridPoolingDefaults(values),
    }),
});
