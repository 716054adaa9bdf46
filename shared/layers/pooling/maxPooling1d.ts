import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  sequencePooling,
  sequencePoolingDefaults,
  sequencePoolingParams,
  sequencePoolingValues,
} from '#shared/layers/pooling/sequencePooling.ts';

/** Keeps the largest number of each window: (batch, steps, channels) → (batch, fewer steps, channels). */
export const maxPooling1d = defineLayer({
  kind: 'maxPooling1d',
  ...sequencePooling('MaxPooling1D'),
  gloss: '一维最大池化层',
  doc: {
    en: 'Makes a sequence shorter: of each window only the largest number stays.',
    'zh-CN': '缩短序列：每个窗口只保留最大的数。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/max_pooling1d/',
  tfjs: (values) =>
    tfjsCall('layers.maxPooling1d', sequencePoolingParams, sequencePoolingValues(values), {
      poolSize: 2,
      ...sequencePoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall('layers.MaxPooling1D', sequencePoolingParams, sequencePoolingValues(values), {
      poolSize: 2,
      ...sequencePoolingDefaults(values),
    }),
});
