import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  scale: {
    type: 'number',
    default: 1 / 255,
    doc: {
      en: 'Each number is multiplied by it. 0.00392 is 1 ÷ 255: colours become numbers from 0 to 1.',
      'zh-CN': '每个数都乘以它。0.00392 即 1 ÷ 255：颜色值变为 0 到 1。',
    },
  },
  offset: {
    type: 'number',
    default: 0,
    doc: { en: 'Added after the scaling.', 'zh-CN': '缩放之后加上的数。' },
  },
} as const satisfies ParamTable;

/** x · scale + offset: (batch, ...shape), the shape stays. */
export const rescaling = defineLayer({
  kind: 'rescaling',
  title: 'Rescaling',
  gloss: '数值缩放层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Multiplies all numbers by one and adds another: brings colours into a range that networks learn from easily.',
    'zh-CN': '所有数乘以同一个数再加上另一个数：把颜色值变到网络容易学习的范围。',
  },
  link: 'https://keras.io/api/layers/preprocessing_layers/image_preprocessing/rescaling/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: ([input = []]) => knownElementCount(input),
  highlights: ({ scale, offset }) => [
    `×${Number(scale.toPrecision(3))}`,
    ...(offset === 0
      ? []
      : [`${offset < 0 ? '−' : '+'}${Number(Math.abs(offset).toPrecision(3))}`]),
  ],
  tfjs: (values) => tfjsCall('layers.rescaling', params, values, { offset: 0 }),
  keras: (values) => kerasCall('layers.Rescaling', params, values, { offset: 0 }),
});
