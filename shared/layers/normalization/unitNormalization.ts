import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  axis: {
    type: 'integer',
    default: -1,
    advanced: true,
    doc: {
      en: 'The axis along which the vectors lie. −1 is the last one; the batch is axis 0.',
      'zh-CN': '向量所在的轴。−1 是最后一个轴；批是轴 0。',
    },
  },
} as const satisfies ParamTable;

/** Gives vectors the length 1: the shape stays (batch, ...shape). */
export const unitNormalization = defineLayer({
  kind: 'unitNormalization',
  title: 'UnitNormalization',
  gloss: '单位归一化层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Gives each vector the length 1, so that only its direction counts: for comparisons by Dot.',
    'zh-CN': '把每个向量的长度变为 1，只保留方向：便于用 Dot 比较。',
  },
  link: 'https://keras.io/api/layers/normalization_layers/unit_normalization/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { axis }) => {
    const problem = requireAxis('UnitNormalization', 'axis', axis, input);
    return problem ? fail(problem) : ok([input]);
  },
  weights: () => [],
  multiplyAdds: ([input = []]) => 2 * knownElementCount(input),
  mask: () => 'keeps',
  highlights: ({ axis }) => (axis === -1 ? [] : [`axis ${axis}`]),
  tfjs: (values) =>
    fromModule(
      tfjsCall('unitNormalization', params, values, { axis: -1 }),
      'normalizations',
      'unitNormalization',
    ),
  keras: (values) => kerasCall('layers.UnitNormalization', params, values, { axis: -1 }),
});
