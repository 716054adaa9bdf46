import { filterPicture as filterPictures } from '#shared/data/arithmetic/filterPicture.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Takes noise out of pictures. */
export const filterPicture = defineStep({
  kind: 'filterPicture',
  title: { en: 'Filter', 'zh-CN': '滤波' },
  doc: {
    en: 'Replaces every pixel by one of the pixels around it, which takes noise away.',
    'zh-CN': '用周围像素计算出的一个值替换每个像素，从而去除噪声。',
  },
  family: 'image',
  params: {
    method: {
      type: 'choice',
      default: 'gaussian',
      choices: ['mean', 'median', 'gaussian'],
      doc: {
        en: 'Mean of the pixels around; their median, which removes single dots and keeps edges; or a mean in which near pixels count more.',
        'zh-CN': '周围像素的均值；中位数，可去掉孤立的点并保留边缘；或越近权重越大的均值。',
      },
    },
    radius: {
      type: 'integer',
      default: 1,
      min: 1,
      max: 20,
      unit: { en: 'px', 'zh-CN': '像素' },
      doc: {
        en: 'How far the pixels around reach; more blurs stronger and takes longer.',
        'zh-CN': '周围取多远；越大，模糊越强，耗时也越长。',
      },
    },
  },
  accepts: ['image'],
  output: (feature) => ok(feature),
  arguments: ({ method, radius }) => [method, radius],
  apply: filterPictures,
});
