import { activationParam } from '#shared/layers/activations.ts';
import { sequenceAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import {
  depthMultiplierParam,
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
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  useBiasParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  filters: filtersParam,
  ...sequenceWindow,
  depthMultiplier: depthMultiplierParam,
  activation: activationParam('linear'),
  ...sequenceDilation,
  useBias: useBiasParam,
  depthwiseInitializer: initializerParam(weightNames.depthwise, 'glorotUniform'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  depthwiseRegularizer: regularizerParam(weightNames.depthwise),
  pointwiseRegularizer: regularizerParam(weightNames.pointwise),
  biasRegularizer: regularizerParam(weightNames.bias),
  depthwiseConstraint: constraintParam(weightNames.depthwise),
  pointwiseConstraint: constraintParam(weightNames.pointwise),
  biasConstraint: constraintParam(weightNames.bias),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  strides: 1,
  padding: 'valid',
  depthMultiplier: 1,
  activation: 'linear',
  dilationRate: 1,
  depthwiseInitializer: { kind: 'glorotUniform' },
  biasInitializer: { kind: 'zeros' },
};

/** A depthwise convolution and one of length 1 in one: (batch, steps, channels) → (batch, new steps, filters). */
export const separableConv1d = defineLayer({
  kind: 'separableConv1d',
  title: 'SeparableConv1D',
  gloss: '可分离一维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'First filters each channel by itself, then mixes the channels: almost a Conv1D, with far fewer weights.',
    'zh-CN': '先对每个通道单独滤波，再混合通道：接近 Conv1D，但权重少得多。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/separable_convolution1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('SeparableConv1D', input, sequenceGeometry(values), patchNumbers);
    return problem
      ? fail(problem)
      : ok([convolvedShape(input, sequenceGeometry(values), values.filters)]);
  },
  weights: ([input = []], { kernelSize, filters, depthMultiplier, useBias, trainable }) => {
    const channels = inputChannels(input, 'channelsLast');
    return [
      { name: 'depthwise_kernel', shape: [kernelSize, channels, depthMultiplier], trainable },
      { name: 'pointwise_kernel', shape: [1, channels * depthMultiplier, filters], trainable },
      ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
    ];
  },
  multiplyAdds: ([input = []], values) => {
    const middle = inputChannels(input, 'channelsLast') * values.depthMultiplier;
    const positions = knownElementCount(convolvedShape(input, sequenceGeometry(values), 1));
    return positions * middle * (values.kernelSize + values.filters);
  },
  highlights: ({ filters, kernelSize, strides, activation }) =>
    [
      String(filters),
      `kernel ${kernelSize}`,
      ...strideHighlight([strides]),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(input, sequenceGeometry(values), sequenceAxes, 'filters', values.filters),
  tfjs: (values) =>
    fromModule(
      tfjsCall('separableConv1d', params, values, libraryDefaults),
      'depthwiseConv1d',
      'separableConv1d',
    ),
  // tfjs fills the pointwise kernel with the depthwise initializer, so Keras is told to do the same.
  keras: (values) => {
    const call = kerasCall('layers.SeparableConv1D', params, values, libraryDefaults);
    const { depthwise_initializer: initializer = null } = call.args;
    const { depthwise_initializer: own = null } = call.defaults ?? {};
    return withArguments(
      call,
      { pointwise_initializer: initializer },
      { pointwise_initializer: own },
    );
  },
  differences: {
    en: 'tf.layers lacks this layer; the code here brings one. It fills both kernels with the same initializer, as SeparableConv2D of tfjs does.',
    'zh-CN':
      'tf.layers 没有这个层；这里的代码自带一个。它对两个核使用同一个初始化器，与 tfjs 的 SeparableConv2D 相同。',
  },
  messages: convolutionMessages,
});
