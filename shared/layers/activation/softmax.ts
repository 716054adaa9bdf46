import { defineLayer } from '#shared/layers/defineLayer.ts';
import { ok } from '#shared/problems/problem.ts';

/** Turns the last axis into probabilities: (batch, ..., classes), the shape stays. */
export const softmax = defineLayer({
  kind: 'softmax',
  title: 'Softmax',
  gloss: 'Softmax 层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'Turns the numbers of the last axis into probabilities that sum to 1.',
    'zh-CN': '把最后一个轴的数变成和为 1 的概率。',
  },
  link: 'https://keras.io/api/layers/activation_layers/softmax/',
  params: {},
  inputs: { min: 1, max: 1, ranks: [1, 2, 3, 4, 5] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  mask: () => 'fails',
  highlights: () => [],
  // tfjs's own default is axis 1, and it can compute no axis but the last.
  tfjs: () => ({ fn: 'layers.softmax', args: { axis: -1 }, defaults: { axis: 1 } }),
  keras: () => ({ fn: 'layers.Softmax', args: { axis: -1 }, defaults: { axis: -1 } }),
  differences: {
    en: 'tfjs computes softmax along the last axis only, so there is no axis to choose.',
    'zh-CN': 'tfjs 只能沿最后一个轴计算 softmax，因此没有轴可选。',
  },
});
