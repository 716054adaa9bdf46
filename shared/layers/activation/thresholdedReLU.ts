import { fromModule, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  theta: {
    type: 'number',
    default: 1,
    min: 0,
    doc: {
      en: 'Numbers up to this one become 0.',
      'zh-CN': '不超过此值的数变为 0。',
    },
  },
} as const satisfies ParamTable;

/** x where x > theta, else 0: (batch, ...shape), the shape stays. */
export const thresholdedReLU = defineLayer({
  kind: 'thresholdedReLU',
  title: 'ThresholdedReLU',
  gloss: '带阈值的 ReLU 层',
  family: 'activation',
  pictogram: 'act',
  doc: {
    en: 'Lets only numbers above a threshold through; the others become 0.',
    'zh-CN': '只让超过阈值的数通过，其余变为 0。',
  },
  link: 'https://arxiv.org/abs/1402.3337',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  // An activation counts as nothing, here as within Dense and the convolutions.
  multiplyAdds: () => 0,
  highlights: ({ theta }) => [String(theta)],
  tfjs: (values) =>
    fromModule(tfjsCall('layers.thresholdedReLU', params, values, { theta: 1 }), 'thresholdedReLU'),
  keras: ({ theta }) => ({
    fn: 'layers.ReLU',
    args: { threshold: theta },
    defaults: { threshold: 0 },
  }),
  differences: {
    en: 'tfjs cannot train through its own layer of this name, so the code here brings one. Keras 3 has none; its ReLU does the same with a threshold.',
    'zh-CN':
      'tfjs 自带的同名层无法传递梯度，因此这里的代码自带一个。Keras 3 没有这个层；它的 ReLU 设置阈值后效果相同。',
  },
});
