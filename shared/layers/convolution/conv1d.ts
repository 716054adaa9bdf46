import { activationParam } from '#shared/layers/activations.ts';
import { sequenceAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dilationDifference } from '#shared/layers/convolution/convolutionDocs.ts';
import {
  filtersParam,
  sequenceDilation,
  sequenceWindow,
} from '#shared/layers/convolution/convolutionParams.ts';
import {
  checkGeometry,
  convolutionMessages,
  convolvedShape,
  explainConvolution,
  inputChannels,
  patchNumbers,
  sequenceGeometry,
} from '#shared/layers/convolution/convolutionShape.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { activationHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { kernelAndBiasParams } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  filters: filtersParam,
  ...sequenceWindow,
  ...sequenceDilation,
  activation: activationParam('linear'),
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  strides: 1,
  padding: 'valid',
  dilationRate: 1,
  activation: 'linear',
  biasInitializer: { kind: 'zeros' },
};

/** Looks for patterns in a sequence: (batch, steps, channels) → (batch, new steps, filters). */
export const conv1d = defineLayer({
  kind: 'conv1d',
  title: 'Conv1D',
  gloss: '一维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'Slides small kernels along a sequence and answers where each one’s pattern appears.',
    'zh-CN': '让小卷积核沿序列滑动，给出每种模式出现的位置。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('Conv1D', input, sequenceGeometry(values), patchNumbers);
    return problem
      ? fail(problem)
      : ok([convolvedShape(input, sequenceGeometry(values), values.filters)]);
  },
  weights: ([input = []], { kernelSize, filters, useBias, trainable }) => [
    {
      name: 'kernel',
      shape: [kernelSize, inputChannels(input, 'channelsLast'), filters],
      trainable,
    },
    ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
  ],
  multiplyAdds: ([input = []], values) =>
    knownElementCount(convolvedShape(input, sequenceGeometry(values), values.filters)) *
    values.kernelSize *
    inputChannels(input, 'channelsLast'),
  highlights: ({ filters, kernelSize, strides, padding, activation }) =>
    [
      String(filters),
      `kernel ${kernelSize}`,
      ...strideHighlight([strides]),
      ...activationHighlight(activation),
      ...(padding === 'same' ? ['same'] : []),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(input, sequenceGeometry(values), sequenceAxes, 'filters', values.filters),
  tfjs: (values) =>
    tfjsCall('layers.conv1d', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv1D', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: {
    en: `tfjs has no causal padding and no channels-first order for sequences. ${dilationDifference.en}`,
    'zh-CN': `tfjs 没有 causal 填充，序列也不支持通道在前。${dilationDifference['zh-CN']}`,
  },
  messages: convolutionMessages,
});
