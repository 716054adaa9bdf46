import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  maxWavelength: {
    type: 'integer',
    default: 10_000,
    min: 1,
    advanced: true,
    doc: {
      en: 'The longest wave, in steps ÷ 2π. Longer than the sequences, so that no two steps are alike.',
      'zh-CN': '最长的波长，以步数 ÷ 2π 计。应长于序列，使各步互不相同。',
    },
  },
} as const satisfies ParamTable;

/** Adds waves of many lengths (Vaswani et al. 2017): (batch, steps, features), the shape stays. */
export const sinusoidalPositionEncoding = defineLayer({
  kind: 'sinusoidalPositionEncoding',
  title: 'SinusoidalPositionEncoding',
  gloss: '正弦位置编码层',
  family: 'attention',
  pictogram: 'position',
  doc: {
    en: 'Adds sines and cosines of many lengths that tell where a step stands. Nothing to train, and sequences may have any length.',
    'zh-CN': '加上多种波长的正弦和余弦以表明各步的位置。没有可训练的参数，序列长度不限。',
  },
  link: 'https://keras.io/keras_hub/api/modeling_layers/sine_position_encoding/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []]) => {
    const problem = requireSize('SinusoidalPositionEncoding', input, 1);
    return problem ? fail(problem) : ok([input]);
  },
  weights: () => [],
  multiplyAdds: ([input = []]) => knownElementCount(input),
  mask: () => 'keeps',
  highlights: () => [],
  tfjs: (values) =>
    fromModule(
      tfjsCall('sinusoidalPositionEncoding', params, values, { maxWavelength: 10_000 }),
      'positions',
      'sinusoidalPositionEncoding',
    ),
  keras: (values) =>
    fromModule(
      kerasCall('SinusoidalPositionEncoding', params, values, { maxWavelength: 10_000 }),
      'positions',
      'SinusoidalPositionEncoding',
    ),
  differences: {
    en: 'Neither tfjs nor Keras has it; the code here brings a layer of its own for both.',
    'zh-CN': 'tfjs 和 Keras 都没有这个层；这里的代码为两者各自带一个。',
  },
});
