import { grayscale as grayscaleOf } from '#shared/data/arithmetic/grayscale.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Takes colours out of pictures. */
export const grayscale = defineStep({
  kind: 'grayscale',
  title: { en: 'Grayscale', 'zh-CN': '灰度' },
  doc: {
    en: 'Takes colours out of pictures: one channel instead of three, for what colour does not matter to.',
    'zh-CN': '去掉图像的颜色：三个通道变为一个，适合与颜色无关的任务。',
  },
  family: 'image',
  params: {},
  accepts: ['image'],
  output: (feature) =>
    ok({ ...feature, shape: [...(feature.shape ?? [null, null, null]).slice(0, 2), 1] }),
  arguments: () => [],
  apply: grayscaleOf,
});
