import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  maxValue: {
    type: 'number',
    default: null,
    optional: true,
    min: 0,
    doc: {
      en: 'Largest number that comes out. None: there is no limit.',
      'zh-CN': '输出的最大值。留空表示不限。',
    },
  },
} as const satisfies ParamTable;

/** max(x, 0), at most maxValue: (batch, ...shape), the shape stays. */
export const reLU = defineLayer({
  kind: 'reLU',
  title: 'ReLU',
  gloss: '线性整流层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'Sets negative numbers to 0, and numbers above a limit to that limit.',
    'zh-CN': '把负数变为 0，超过上限的数变为上限。',
  },
  link: 'https://keras.io/api/layers/activation_layers/relu/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ maxValue }) => (maxValue === null ? [] : [`max ${maxValue}`]),
  tfjs: (values) => tfjsCall('layers.reLU', params, values, { maxValue: null }),
  keras: (values) => kerasCall('layers.ReLU', params, values, { maxValue: null }),
});
