import { crop as cropPictures } from '#shared/data/arithmetic/crop.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { pictureSizeParams, withSize } from '#shared/data/steps/pictureParams.ts';
import { ok } from '#shared/problems/problem.ts';

/** Takes the middle of pictures. */
export const crop = defineStep({
  kind: 'crop',
  title: { en: 'Crop', 'zh-CN': '裁剪' },
  doc: {
    en: 'Takes the middle of pictures. A smaller one gets a black border.',
    'zh-CN': '取图像的中间部分。较小的图像四周补黑边。',
  },
  family: 'image',
  params: pictureSizeParams,
  accepts: ['image'],
  output: (feature, { height, width }) => ok(withSize(feature, height, width)),
  moves: () => true,
  arguments: ({ height, width }) => [height, width],
  apply: cropPictures,
});
