import { fromModule, kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import type { LayerProblem } from '#shared/layers/checks.ts';
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
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  groups: {
    type: 'integer',
    default: 8,
    optional: true,
    min: 1,
    doc: {
      en: 'How many groups the channels make; each has a mean and a spread. None: each channel by itself (instance normalization).',
      'zh-CN': '通道分成多少组，每组有自己的均值和方差。留空则每个通道自成一组（实例归一化）。',
    },
  },
  axis: {
    type: 'integer',
    default: -1,
    advanced: true,
    doc: {
      en: 'The axis of the channels. −1 is the last one; the batch is axis 0.',
      'zh-CN': '通道所在的轴。−1 是最后一个轴；批是轴 0。',
    },
  },
  epsilon: epsilonParam,
  center: {
    type: 'boolean',
    default: true,
    advanced: true,
    doc: {
      en: 'Adds a trained number to each channel.',
      'zh-CN': '为每个通道加上一个可训练的数。',
    },
  },
  scale: {
    type: 'boolean',
    default: true,
    advanced: true,
    doc: {
      en: 'Multiplies each channel by a trained number.',
      'zh-CN': '把每个通道乘以一个可训练的数。',
    },
  },
  betaInitializer: initializerParam(weightNames.beta, 'zeros'),
  gammaInitializer: initializerParam(weightNames.gamma, 'ones'),
  betaRegularizer: regularizerParam(weightNames.beta),
  gammaRegularizer: regularizerParam(weightNames.gamma),
  betaConstraint: constraintParam(weightNames.beta),
  gammaConstraint: constraintParam(weightNames.gamma),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  axis: -1,
  epsilon: 1e-3,
  center: true,
  scale: true,
  betaInitializer: { kind: 'zeros' },
  gammaInitializer: { kind: 'ones' },
};

function channelsOf(input: Shape, axis: number): number {
  return input[axisIndex(axis, input.length) ?? 0] ?? 1;
}

function checkGroups(groups: number | null, channels: number): LayerProblem | null {
  if (groups === null || channels % groups === 0) return null;
  const fitting = Array.from({ length: Math.min(groups, channels) }, (_, index) => index + 1)
    .filter((count) => channels % count === 0)
    .at(-1);
  return {
    code: 'groupNormalization.groups',
    severity: 'error',
    values: { groups, channels },
    fixes: [
      {
        title: { en: `Set groups to ${fitting ?? 1}`, 'zh-CN': `把 groups 设为 ${fitting ?? 1}` },
        params: { groups: fitting ?? 1 },
      },
    ],
  };
}

/** Gives each group of channels of each example mean 0 and spread 1, then scales it: the shape stays (batch, ...shape). */
export const groupNormalization = defineLayer({
  kind: 'groupNormalization',
  title: 'GroupNormalization',
  gloss: '组归一化层',
  family: 'normalization',
  pictogram: 'norm',
  doc: {
    en: 'Keeps the numbers of groups of channels around 0 with an even spread, independent of the batch: good for small batches.',
    'zh-CN': '使各组通道的数保持在 0 附近且离散程度一致，与批无关，适合小批量。',
  },
  link: 'https://keras.io/api/layers/normalization_layers/group_normalization/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3, 4] },
  outputShape: ([input = []], { axis, groups }) => {
    const problem =
      requireAxis('GroupNormalization', 'axis', axis, input) ??
      requireSize('GroupNormalization', input, axisIndex(axis, input.length) ?? 0) ??
      checkGroups(groups, channelsOf(input, axis));
    return problem ? fail(problem) : ok([input]);
  },
  weights: ([input = []], { axis, center, scale, trainable }) => {
    const shape = [channelsOf(input, axis)];
    return [
      ...(scale ? [{ name: 'gamma', shape, trainable }] : []),
      ...(center ? [{ name: 'beta', shape, trainable }] : []),
    ];
  },
  multiplyAdds: ([input = []]) => 4 * knownElementCount(input),
  mask: () => 'keeps',
  highlights: ({ groups, axis }) => [
    groups === null ? 'instance' : String(groups),
    ...(axis === -1 ? [] : [`axis ${axis}`]),
  ],
  tfjs: (values) =>
    withArguments(
      fromModule(
        tfjsCall('groupNormalization', params, values, libraryDefaults),
        'normalizations',
        'groupNormalization',
      ),
      { groups: values.groups ?? -1 },
    ),
  keras: (values) =>
    withArguments(
      kerasCall('layers.GroupNormalization', params, values, libraryDefaults),
      { groups: values.groups ?? -1 },
      { groups: 32 },
    ),
  messages: {
    'groupNormalization.groups': {
      en: {
        sentence: '{channels} channels can’t make {groups} equal groups.',
        cause: 'The number of channels must be a multiple of the number of groups.',
      },
      'zh-CN': {
        sentence: '{channels} 个通道无法分成 {groups} 个相等的组。',
        cause: '通道数必须是组数的倍数。',
      },
    },
  },
});
