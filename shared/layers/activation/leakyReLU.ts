import { tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  alpha: {
    type: 'number',
    default: 0.3,
    min: 0,
    doc: {
      en: 'Slope for negative numbers. 0 is relu, 1 changes nothing.',
      'zh-CN': '负数部分的斜率。0 即 relu，1 则不变。',
    },
  },
} as const satisfies ParamTable;

/** relu that lets a little of the negative numbers through: (batch, ...shape), the shape stays. */
export const leakyReLU = defineLayer({
  kind: 'leakyReLU',
  title: 'LeakyReLU',
  gloss: '带泄漏的 ReLU 层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'A relu that lets a little of the negative numbers through, so that no unit stops learning.',
    'zh-CN': '让少量负值通过的 relu，使单元不会停止学习。',
  },
  link: 'https://keras.io/api/layers/activation_layers/leaky_relu/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  highlights: ({ alpha }) => [String(alpha)],
  tfjs: (values) => tfjsCall('layers.leakyReLU', params, values, { alpha: 0.3 }),
  keras: ({ alpha }) => ({
    fn: 'layers.LeakyReLU',
    args: { negative_slope: alpha },
    defaults: { negative_slope: 0.3 },
  }),
});
