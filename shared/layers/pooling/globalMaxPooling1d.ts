import { defineLayer } from '#shared/layers/defineLayer.ts';
import { globalSequencePooling } from '#shared/layers/pooling/globalPooling.ts';

/** Keeps the largest number of each channel over all steps: (batch, steps, channels) → (batch, channels). */
export const globalMaxPooling1d = defineLayer({
  kind: 'globalMaxPooling1d',
  ...globalSequencePooling('GlobalMaxPooling1D'),
  gloss: '一维全局最大池化层',
  doc: {
    en: 'Of each channel of a sequence only the largest number over all steps stays.',
    'zh-CN': '序列的每个通道只保留所有步的最大的数。',
  },
  link: 'https://keras.io/api/layers/pooling_layers/global_max_pooling1d/',
  tfjs: () => ({ fn: 'layers.globalMaxPooling1d', args: {} }),
  keras: () => ({ fn: 'layers.GlobalMaxPooling1D', args: {} }),
});
