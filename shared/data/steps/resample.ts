import { resample as resampleCells } from '#shared/data/arithmetic/resample.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Gives recordings another rate. */
export const resample = defineStep({
  kind: 'resample',
  title: { en: 'Resample', 'zh-CN': '重采样' },
  doc: {
    en: 'Gives all recordings one rate. A lower one makes less data and leaves out high frequencies.',
    'zh-CN': '把所有录音统一为同一采样率。较低的采样率数据更少，但会丢掉高频。',
  },
  family: 'audio',
  params: {
    rate: {
      type: 'integer',
      default: 16_000,
      min: 1000,
      max: 192_000,
      unit: { en: 'Hz', 'zh-CN': 'Hz' },
      doc: {
        en: 'Values for each second; 16,000 is usual for speech.',
        'zh-CN': '每秒的采样数；语音通常用 16,000。',
      },
    },
  },
  accepts: ['audio'],
  output: (feature) => ok({ ...feature, shape: null }),
  arguments: ({ rate }) => [rate],
  apply: resampleCells,
});
