import { defineLayer } from '#shared/layers/defineLayer.ts';
import { ok } from '#shared/problems/problem.ts';

/** exp(x) − 1 below 0, x above: (batch, ...shape), the shape stays. */
export const elu = defineLayer({
  kind: 'elu',
  title: 'ELU',
  gloss: '指数线性层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'A relu whose negative side bends smoothly to −1 instead of being cut off.',
    'zh-CN': '负半轴平滑趋于 −1 而不被截断的 relu。',
  },
  link: 'https://keras.io/api/layers/activation_layers/elu/',
  params: {},
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  highlights: () => [],
  tfjs: () => ({ fn: 'layers.elu', args: {} }),
  keras: () => ({ fn: 'layers.ELU', args: {} }),
  differences: {
    en: 'tfjs has this function with alpha 1 only.',
    'zh-CN': 'tfjs 的这个函数只支持 alpha 为 1。',
  },
});
