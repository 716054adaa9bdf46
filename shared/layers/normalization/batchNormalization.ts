import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireAxis, requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { epsilonParam } from '#shared/layers/normalization/normalizationParams.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { axisIndex, knownElementCount } from '#shared/shape/shape.ts';

const params = {
  axis: {
    type: 'integer',
    default: -1,
    advanced: true,
    doc: {
      en: 'The axis that keeps its own mean and spread: the channels. −1 is the last one.',
      'zh-CN': '单独统计均值和方差的轴，即通道。−1 是最后一个。',
    },
  },
  momentum: {
    type: 'number',
    default: 0.99,
    min: 0,
    max: 1,
    doc: {
      en: 'How slowly the remembered mean and spread follow those of the batches. Nearer to 1 is slower and calmer.',
      'zh-CN': '记住的均值和方差跟随各批变化的快慢。越接近 1 越慢越平稳。',
    },
  },
  epsilon: epsilonParam,
  betaInitializer: initializerParam(weightNames.beta, 'zeros'),
  gammaInitializer: initializerParam(weightNames.gamma, 'ones'),
  movingMeanInitializer: initializerParam(weightNames.movingMean, 'zeros'),
  movingVarianceInitializer: initializerParam(weightNames.movingVariance, 'ones'),
  betaRegularizer: regularizerParam(weightNames.beta),
  gammaRegularizer: regularizerParam(weightNames.gamma),
  betaConstraint: constraintParam(weightNames.beta),
  gammaConstraint: constraintParam(weightNames.gamma),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  axis: -1,
  momentum: 0.99,
  epsilon: 1e-3,
  betaInitializer: { kind: 'zeros' },
  gammaInitializer: { kind: 'ones' },
  movingMeanInitializer: { kind: 'zeros' },
  movingVarianceInitializer: { kind: 'ones' },
};

/** Gives each channel mean 0 and spread 1 over the batch, then scales it: (batch, ..., channels), the shape stays. */
export const batchNormalization = defineLayer({
  kind: 'batchNormalization',
  title: 'BatchNormalization',
  gloss: '批归一化层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Keeps the numbers of each channel around 0 with an even spread, so that training is faster and calmer.',
    'zh-CN': '使每个通道的数保持在 0 附近且离散程度一致，训练更快更平稳。',
  },
  link: 'https://keras.io/api/layers/normalization_layers/batch_normalization/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3] },
  outputShape: ([input = []], { axis }) => {
    const problem =
      requireAxis('BatchNormalization', 'axis', axis, input) ??
      requireSize('BatchNormalization', input, axisIndex(axis, input.length) ?? 0);
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { axis, trainable }) => {
    const shape = [input[axisIndex(axis, input.length) ?? 0] ?? 1];
    return [
      { name: 'gamma', shape, trainable },
      { name: 'beta', shape, trainable },
      { name: 'moving_mean', shape, trainable: false },
      { name: 'moving_variance', shape, trainable: false },
    ];
  },
  multiplyAdds: ([input = []]) => 2 * knownElementCount(input),
  highlights: () => [],
  tfjs: (values) => tfjsCall('layers.batchNormalization', params, values, libraryDefaults),
  keras: (values) => kerasCall('layers.BatchNormalization', params, values, libraryDefaults),
  differences: {
    en: 'tfjs cannot train it without scale and offset, so they cannot be switched off. When the layer is frozen, tfjs still updates the moving mean and variance, and Keras does not.',
    'zh-CN':
      'tfjs 没有缩放和偏移就不能训练它，因此二者不能关闭。冻结该层时，tfjs 仍会更新移动均值和方差，Keras 不会。',
  },
});
