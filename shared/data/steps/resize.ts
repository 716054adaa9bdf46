import { resize as resizePictures } from '#shared/data/arithmetic/resize.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { pictureSizeParams, withSize } from '#shared/data/steps/pictureParams.ts';
import { ok } from '#shared/problems/problem.ts';

/** Gives pictures one size. */
export const resize = defineStep({
  kind: 'resize',
  title: { en: 'Resize', 'zh-CN': '调整大小' },
  doc: {
    en: 'Gives all pictures one size.',
    'zh-CN': '把所有图像调整为同一大小。',
  },
  family: 'image',
  params: {
    ...pictureSizeParams,
    fit: {
      type: 'choice',
      default: 'stretch',
      choices: ['stretch', 'crop', 'pad'],
      doc: {
        en: 'Takes the whole picture, out of proportion if need be; as much of its middle as has the new proportions; or the whole picture in its own proportions with black around.',
        'zh-CN':
          '取整幅图像（必要时改变比例）；取中间符合新比例的部分；或保持原比例取整幅图像，四周补黑。',
      },
    },
    method: {
      type: 'choice',
      default: 'smooth',
      choices: ['smooth', 'nearest'],
      doc: {
        en: 'Averages pixels, or takes the nearest one, which keeps exact colours.',
        'zh-CN': '对像素取平均，或取最近的像素（保持原有颜色值）。',
      },
    },
  },
  accepts: ['image'],
  output: (feature, { height, width }) => ok(withSize(feature, height, width)),
  moves: ({ fit }) => fit !== 'stretch',
  arguments: ({ height, width, fit, method }) => [height, width, fit, method],
  apply: resizePictures,
});
