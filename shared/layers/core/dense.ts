import { activationParam } from '#shared/layers/activations.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { activationHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { kernelAndBiasParams } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { formatShape, knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  units: {
    type: 'integer',
    default: 64,
    min: 1,
    doc: {
      en: 'How many numbers it gives. More units can learn more and need more memory.',
      'zh-CN': '输出多少个数。越多能学到的越多，占用内存也越多。',
    },
  },
  activation: activationParam('linear'),
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

function lastSize(shape: Shape): number {
  return shape.at(-1) ?? 1;
}

/** Every output is a weighted sum of all inputs: (batch, ..., in) → (batch, ..., units). */
export const dense = defineLayer({
  kind: 'dense',
  title: 'Dense',
  gloss: '全连接层',
  family: 'core',
  pictogram: 'dense',
  doc: {
    en: 'Each output is a weighted sum of all inputs, plus a bias. Works on the last axis.',
    'zh-CN': '每个输出都是所有输入的加权和再加偏置。作用于最后一个轴。',
  },
  link: 'https://keras.io/api/layers/core_layers/dense/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3, 4, 5] },
  outputShape: ([input = []], { units }) => {
    const problem = requireSize('Dense', input, input.length - 1);
    return problem ? fail(problem) : ok([[...input.slice(0, -1), units]]);
  },
  weights: ([input = []], { units, useBias, trainable }) => [
    { name: 'kernel', shape: [lastSize(input), units], trainable },
    ...(useBias ? [{ name: 'bias', shape: [units], trainable }] : []),
  ],
  multiplyAdds: ([input = []], { units }) => knownElementCount(input) * units,
  mask: () => 'keeps',
  highlights: ({ units, activation }) => [String(units), ...activationHighlight(activation)],
  explain: ([input = []], { units }) => [
    {
      label: { en: 'Last axis', 'zh-CN': '最后一个轴' },
      formula: `${formatShape(input.slice(-1))} → units`,
      result: String(units),
    },
  ],
  tfjs: (values) =>
    tfjsCall('layers.dense', params, values, {
      activation: 'linear',
      kernelInitializer: { kind: 'glorotNormal' },
      biasInitializer: { kind: 'zeros' },
    }),
  keras: (values) =>
    kerasCall('layers.Dense', params, values, {
      activation: 'linear',
      kernelInitializer: { kind: 'glorotUniform' },
      biasInitializer: { kind: 'zeros' },
    }),
});
