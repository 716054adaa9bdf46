import { defineLayer } from '#shared/layers/defineLayer.ts';
import { globalSequencePooling } from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the mean of each channel over all steps: (batch, steps, channels) → (batch, channels). */
export const globalAveragePooling1d = defineLayer({
  kind: 'globalAveragePooling1d',
  ...globalSequencePooling('GlobalAveragePooling1D'),
  gloss: '一维全局平均池化层',
  doc: {
    en: 'Of each channel of a sequence only the mean over all steps stays.',
    'zh-CN': '序列的每个通道只保留所有步的平均值。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_average_pooling1d/',
  tfjs: () => ({ fn: 'layers.globalAveragePooling1d', args: {} }),
  keras: () => ({ fn: 'layers.GlobalAveragePooling1D', args: {} }),
});
