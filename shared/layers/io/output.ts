import { defineLayer } from '#shared/layers/defineLayer.ts';
import { ok } from '#shared/problems/problem.ts';

/** Marks a tensor as a result of the model; calls nothing. */
export const output = defineLayer({
  kind: 'output',
  title: 'Output',
  gloss: '输出',
  family: 'io',
  pictogram: 'output',
  role: 'output',
  doc: {
    en: 'A result of the network: what is compared with the targets, and what predictions give.',
    'zh-CN': '网络的一个结果：训练时与目标比较，预测时给出的就是它。',
  },
  link: 'https://keras.io/guides/functional_api/',
  params: {},
  inputs: { min: 1, max: 1 },
  outputShape: (inputs) => ok(inputs),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: () => [],
  tfjs: () => null,
  keras: () => null,
});
