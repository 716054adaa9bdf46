import type { CallValue } from '#shared/layers/call.ts';
import { kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import type { LayerProblem } from '#shared/layers/checks.ts';
import { axisWords, requireAxis, requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { epsilonParam } from '#shared/layers/normalization/normalizationParams.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  initializerParam,
  regularizerParam,
  trainableParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { axisIndex, knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  axis: {
    type: 'integers',
    default: [-1],
    advanced: true,
    doc: {
      en: 'The axes over which mean and spread are taken, in rising order. −1 is the last one.',
      'zh-CN': '计算均值和方差的轴，按升序排列。−1 是最后一个。',
    },
  },
  epsilon: epsilonParam,
  betaInitializer: initializerParam(weightNames.beta, 'zeros'),
  gammaInitializer: initializerParam(weightNames.gamma, 'ones'),
  betaRegularizer: regularizerParam(weightNames.beta),
  gammaRegularizer: regularizerParam(weightNames.gamma),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  epsilon: 1e-3,
  betaInitializer: { kind: 'zeros' },
  gammaInitializer: { kind: 'ones' },
};

function indices(axis: readonly number[], input: Shape): readonly number[] {
  return axis.map((one) => axisIndex(one, input.length) ?? 0);
}

/** A single axis as a number; several counted from the front, since Keras sorts negative ones before positive ones. */
function axisArgument(axis: readonly number[], input: Shape | null | undefined): CallValue {
  const [only = -1, ...others] = axis;
  if (others.length === 0) return only;
  return input ? indices(axis, input).map((index) => index + 1) : axis;
}

function checkAxes(axis: readonly number[], input: Shape): LayerProblem | null {
  for (const one of axis) {
    const problem =
      requireAxis('LayerNormalization', 'axis', one, input, { axis: [-1] }) ??
      requireSize('LayerNormalization', input, axisIndex(one, input.length) ?? 0);
    if (problem) return problem;
  }
  const positions = indices(axis, input);
  // tfjs lays the weights out in the order given here, Keras in that of the input: only a rising order is the same.
  const rising = positions.every((position, at) => at === 0 || position > (positions[at - 1] ?? 0));
  if (rising && axis.length > 0) return null;
  const sorted = [...new Set(positions)].sort((a, b) => a - b).map((position) => position + 1);
  const repaired = sorted.length > 0 ? sorted : [-1];
  return {
    code: 'layerNormalization.axisOrder',
    severity: 'error',
    values: { axis: axisWords(axis) },
    fixes: [
      {
        title: {
          en: `Set axis to ${repaired.join(', ')}`,
          'zh-CN': `把 axis 设为 ${repaired.join(', ')}`,
        },
        params: { axis: repaired },
      },
    ],
  };
}

/** Gives each example mean 0 and spread 1 along some axes, then scales it: (batch, ...shape), the shape stays. */
export const layerNormalization = defineLayer({
  kind: 'layerNormalization',
  title: 'LayerNormalization',
  gloss: '层归一化层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Keeps the numbers of each example around 0 with an even spread, independent of the batch. Usual in transformers.',
    'zh-CN': '使每个样本的数保持在 0 附近且离散程度一致，与批无关。Transformer 中常用。',
  },
  link: 'https://keras.io/api/layers/normalization_layers/layer_normalization/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3] },
  outputShape: ([input = []], { axis }) => {
    const problem = checkAxes(axis, input);
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { axis, trainable }) => {
    const shape = indices(axis, input).map((index) => input[index] ?? 1);
    return [
      { name: 'gamma', shape, trainable },
      { name: 'beta', shape, trainable },
    ];
  },
  multiplyAdds: ([input = []]) => 4 * knownElementCount(input),
  mask: () => 'keeps',
  highlights: ({ axis }) => (axis.join() === '-1' ? [] : [`axis ${axis.join(', ')}`]),
  tfjs: (values, [input]) =>
    withArguments(
      tfjsCall('layers.layerNormalization', params, values, libraryDefaults),
      { axis: axisArgument(values.axis, input) },
      { axis: -1 },
    ),
  keras: (values, [input]) =>
    withArguments(
      kerasCall('layers.LayerNormalization', params, values, libraryDefaults),
      { axis: axisArgument(values.axis, input) },
      { axis: -1 },
    ),
  differences: {
    en: 'tfjs cannot train it without scale and offset, so they cannot be switched off.',
    'zh-CN': 'tfjs 没有缩放和偏移就不能训练它，因此二者不能关闭。',
  },
  messages: {
    'layerNormalization.axisOrder': {
      en: {
        sentence: 'The axes {axis} are not in rising order.',
        cause: 'Each axis may appear once, the smaller first; at least one is needed.',
      },
      'zh-CN': {
        sentence: '轴 {axis} 没有按升序排列。',
        cause: '每个轴只能出现一次，小的在前；至少需要一个。',
      },
    },
  },
});
