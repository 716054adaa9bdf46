import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
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
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
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
  outputShape: ([input = []]) => {
    const problem = requireSize('BatchNormalization', input, input.length - 1);
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { trainable }) => {
    const shape = [input.at(-1) ?? 1];
    return [
      { name: 'gamma', shape, trainable },
      { name: 'beta', shape, trainable },
      { name: 'moving_mean', shape, trainable: false },
      { name: 'moving_variance', shape, trainable: false },
    ];
  },
  multiplyAdds: ([input = []]) => 2 * knownElementCount(input),
  mask: () => 'keeps',
  highlights: () => [],
  tfjs: (values) => tfjsCall('layers.batchNormalization', params, values, libraryDefaults),
  keras: (values) => kerasCall('layers.BatchNormalization', params, values, libraryDefaults),
  differences: {
    en: 'tfjs normalizes the last axis only, and cannot train without scale and offset, so there is no such choice. When the layer is frozen, tfjs still updates the moving mean and variance, and Keras does not.',
    'zh-CN':
      'tfjs 只能正确归一化最后一个轴，没有缩放和偏移就不能训练，因此这些不可选。冻结该层时，tfjs 仍会更新移动均值和方差，Keras 不会。',
  },
});
