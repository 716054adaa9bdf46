import { activationParam } from '#shared/layers/activations.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  activation: activationParam('relu', {
    en: 'The function that is applied to every number.',
    'zh-CN': '作用于每个数的函数。',
  }),
} as const satisfies ParamTable;

/** Applies a function to every number: (batch, ...shape), the shape stays. */
export const activation = defineLayer({
  kind: 'activation',
  title: 'Activation',
  gloss: '激活层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'Applies a function to every number. Without such bends, many layers could do no more than one.',
    'zh-CN': '对每个数应用一个函数。没有这种非线性，多层网络并不比一层强。',
  },
  link: 'https://keras.io/api/layers/core_layers/activation/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3, 4, 5] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: (values) => [values.activation],
  tfjs: (values) => tfjsCall('layers.activation', params, values),
  keras: (values) => kerasCall('layers.Activation', params, values),
});
