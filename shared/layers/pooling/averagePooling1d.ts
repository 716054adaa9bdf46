import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  sequencePooling,
  sequencePoolingDefaults,
  sequencePoolingParams,
  sequencePoolingValues,
} from '#shared/layers/pooling/sequencePooling.ts';

/** Replaces each window by its mean: (batch, steps, channels) → (batch, fewer steps, channels). */
export const averagePooling1d = defineLayer({
  kind: 'averagePooling1d',
  ...sequencePooling('AveragePooling1D'),
  gloss: '一维平均池化层',
  doc: {
    en: 'Makes a sequence shorter: each window becomes its mean.',
    'zh-CN': '缩短序列：每个窗口变为它的平均值。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/average_pooling1d/',
  tfjs: (values) =>
    tfjsCall('layers.averagePooling1d', sequencePoolingParams, sequencePoolingValues(values), {
      poolSize: 2,
      ...sequencePoolingDefaults(values),
    }),
  keras: (values) =>
    kerasCall(
      'layers.AveragePooling1D',
      sequencePoolingParams,
      sequencePoolingValues(values),
      sequencePoolingDefaults(values),
    ),
});
