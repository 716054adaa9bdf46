import { boxGrid as boxGridOf } from '#shared/data/arithmetic/boxGrid.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Boxes on a grid', 'zh-CN': '网格上的框' };

/** Turns the boxes of a picture into a grid, as one-stage detectors learn them. */
export const boxGrid = defineStep({
  kind: 'boxGrid',
  title,
  doc: {
    en: 'Lays a grid over each picture. The field with the middle of an object holds 1, where in the field it is, its width and height, and its class.',
    'zh-CN':
      '在每幅图像上铺一张网格。目标中心所在的格子里依次是 1、中心在格子中的位置、宽、高和类别。',
  },
  family: 'image',
  params: {
    size: {
      type: 'integer',
      default: 7,
      min: 1,
      max: 128,
      doc: {
        en: 'Fields along each side. More fields tell objects apart that lie close together.',
        'zh-CN': '每边的格子数。格子越多，越能区分靠得近的目标。',
      },
    },
  },
  accepts: ['boxes'],
  output: (feature, { size }) =>
    refuseNumbers(title, feature) ??
    ok({
      ...feature,
      kind: 'sequence',
      shape: [size, size, 5 + (feature.classes ?? 1)],
      dtype: 'float32',
      classes: null,
    }),
  arguments: ({ size }, _fitted, feature) => [size, feature.classes ?? 1],
  apply: boxGridOf,
});
