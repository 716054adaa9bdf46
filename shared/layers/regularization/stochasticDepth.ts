import { kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  rate: {
    ...rateParam,
    default: 0.1,
    doc: {
      en: 'How often a branch is left out, between 0 and 1. Usual: more, the deeper the layer.',
      'zh-CN': '分支被跳过的频率，0 到 1 之间。通常越深的层越大。',
    },
  },
  seed: dropoutSeedParam,
} as const satisfies ParamTable;

/** One decision for each example. */
function wholeExample(input: Shape | null | undefined): readonly (number | null)[] {
  return [null, ...(input ?? [1]).map(() => 1)];
}

/** Sets whole examples of a branch to 0 while training (Huang et al. 2016); the shape stays (batch, ...shape). */
export const stochasticDepth = defineLayer({
  kind: 'stochasticDepth',
  title: 'StochasticDepth',
  gloss: '随机深度层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'While training it leaves a branch out for some of the examples: stands before the Add of a residual connection.',
    'zh-CN': '训练时对一部分样本跳过一个分支：放在残差连接的 Add 之前。',
  },
  link: 'https://arxiv.org/abs/1603.09382',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  tfjs: (values, [input]) =>
    withArguments(tfjsCall('layers.dropout', params, values, { seed: null }), {
      noiseShape: wholeExample(input),
    }),
  keras: (values, [input]) =>
    withArguments(kerasCall('layers.Dropout', params, values, { seed: null }), {
      noise_shape: wholeExample(input),
    }),
  differences: {
    en: 'Both libraries know it as a Dropout with one decision for each example.',
    'zh-CN': '在两个库中，它就是对每个样本只作一次决定的 Dropout。',
  },
});
