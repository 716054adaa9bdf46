import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { epsilonParam } from '#shared/layers/normalization/normalizationParams.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { trainableParam } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  epsilon: { ...epsilonParam, default: 1e-6 },
  trainable: trainableParam,
} as const satisfies ParamTable;

/** Divides by the root of the mean square along the last axis, then scales: the shape stays (batch, ..., features). */
export const rmsNormalization = defineLayer({
  kind: 'rmsNormalization',
  title: 'RMSNormalization',
  gloss: '均方根归一化层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Keeps the size of the numbers along the last axis even, without moving their mean. Usual in large language models.',
    'zh-CN': '使最后一个轴上的数大小一致而不移动均值。大型语言模型中常用。',
  },
  link: 'https://keras.io/api/layers/normalization_layers/rms_normalization/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []]) => {
    const problem = requireSize('RMSNormalization', input, input.length - 1);
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { trainable }) => [
    { name: 'scale', shape: [input.at(-1) ?? 1], trainable },
  ],
  multiplyAdds: ([input = []]) => 3 * knownElementCount(input),
  highlights: () => [],
  tfjs: (values) =>
    fromModule(
      tfjsCall('rmsNormalization', params, values, { epsilon: 1e-6 }),
      'normalizations',
      'rmsNormalization',
    ),
  keras: (values) => kerasCall('layers.RMSNormalization', params, values, { epsilon: 1e-6 }),
  differences: {
    en: 'Works on the last axis: for others Keras multiplies by the scale along a wrong axis.',
    'zh-CN': '只作用于最后一个轴：对其他轴，Keras 会沿错误的轴乘以缩放。',
  },
});
