import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
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
      en: 'The axis whose entries are channels, each with a mean and a spread of its own. −1 is the last one; the batch is axis 0.',
      'zh-CN': '通道所在的轴，每个通道有自己的均值和方差。−1 是最后一个轴；批是轴 0。',
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
  mask: () => 'keeps',
  highlights: ({ axis }) => (axis === -1 ? [] : [`axis ${axis}`]),
  tfjs: (values, [input]) => {
    const call = tfjsCall('layers.batchNormalization', params, values, libraryDefaults);
    const isLast = values.axis === -1 || values.axis === input?.length;
    return isLast ? call : fromModule(call, 'batchNormalizationOverAxis');
  },
  keras: (values) => kerasCall('layers.BatchNormalization', params, values, libraryDefaults),
  differences: {
    en: 'Plain tfjs normalizes the last axis only; for another one the code here brings a layer of its own. tfjs cannot train without scale and offset, so there is no such choice. When the layer is frozen, tfjs still updates the moving mean and variance, and Keras does not.',
    'zh-CN':
      '普通的 tfjs 只能归一化最后一个轴；对其他轴，这里的代码自带一个层。tfjs 没有缩放和偏移就不能训练，因此二者不可选。冻结该层时，tfjs 仍会更新移动均值和方差，Keras 不会。',
  },
});
