import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import {
  explainSize,
  imageSize,
  imageSizeDifference,
  withSize,
} from '#shared/layers/reshaping/imageSize.ts';
import { ok } from '#shared/problems/problem.ts';

/** Keeps the middle of images: (batch, height, width, channels) → (batch, new height, new width, channels). */
export const centerCrop = defineLayer({
  kind: 'centerCrop',
  title: 'CenterCrop',
  gloss: '中心裁剪层',
  family: 'reshaping',
  pictogram: 'crop',
  doc: {
    en: 'Keeps the middle of an image. One that is too small is enlarged first, without stretching it.',
    'zh-CN': '保留图像的中间部分。太小的图像先不变形地放大。',
  },
  link: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/center_crop/',
  params: imageSize,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => ok([withSize(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ height, width }) => [`${height}×${width}`],
  explain: ([input = []], values) => explainSize(input, values),
  tfjs: (values) =>
    fromModule(tfjsCall('centerCrop', imageSize, values), 'imageSizes', 'centerCrop'),
  keras: (values) => kerasCall('layers.CenterCrop', imageSize, values),
  differences: imageSizeDifference,
});
