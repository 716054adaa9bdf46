import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainSize,
  imageSize,
  imageSizeDifference,
  withSize,
} from '#shared/layers/reshaping/imageSize.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  ...imageSize,
  interpolation: {
    type: 'choice',
    default: 'bilinear',
    choices: ['bilinear', 'nearest'],
    doc: {
      en: 'bilinear: goes over smoothly from one pixel to the next. nearest: takes the pixel that lies nearest.',
      'zh-CN': 'bilinear：在相邻像素之间平滑过渡。nearest：取最近的像素。',
    },
  },
  cropToAspectRatio: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'First cuts off what does not fit the new proportions, so that nothing is stretched.',
      'zh-CN': '先裁掉与新的宽高比不符的部分，使内容不变形。',
    },
  },
} as const satisfies ParamTable;

/** Brings images to one size: (batch, height, width, channels) → (batch, new height, new width, channels). */
export const resizing = defineLayer({
  kind: 'resizing',
  title: 'Resizing',
  gloss: '图像缩放层',
  family: 'reshaping',
  pictogram: 'resize',
  doc: {
    en: 'Brings images of any size to one size.',
    'zh-CN': '把任意大小的图像变为同一大小。',
  },
  link: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => ok([withSize(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ height, width, interpolation }) => [
    `${height}×${width}`,
    ...(interpolation === 'nearest' ? ['nearest'] : []),
  ],
  explain: ([input = []], values) => explainSize(input, values),
  tfjs: (values) => fromModule(tfjsCall('resizing', params, values), 'imageSizes', 'resizing'),
  keras: (values) =>
    kerasCall('layers.Resizing', params, values, {
      interpolation: 'bilinear',
      cropToAspectRatio: false,
    }),
  differences: imageSizeDifference,
});
