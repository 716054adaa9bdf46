import { activationParam } from '#shared/layers/activations.ts';
import { imageAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall, withArguments } from '#shared/layers/callFromParams.ts';
import { dilationDifference } from '#shared/layers/convolution/convolutionDocs.ts';
import {
  depthMultiplierParam,
  filtersParam,
  imageDilation,
  imageWindow,
} from '#shared/layers/convolution/convolutionParams.ts';
import {
  checkGeometry,
  convolutionMessages,
  convolvedShape,
  explainConvolution,
  inputChannels,
  patchLists,
} from '#shared/layers/convolution/convolutionShape.ts';
import type { Geometry } from '#shared/layers/convolution/convolutionShape.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { activationHighlight, sizesHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
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
  ...imageWindow,
  depthMultiplier: depthMultiplierParam,
  activation: activationParam('linear'),
  ...imageDilation,
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

type Values = ValuesOf<typeof params>;

const libraryDefaults: ParamValues = {
  strides: [1, 1],
  padding: 'valid',
  depthMultiplier: 1,
  activation: 'linear',
  dilationRate: [1, 1],
  depthwiseInitializer: { kind: 'glorotUniform' },
  biasInitializer: { kind: 'zeros' },
};

function geometry(values: Values): Geometry {
  return { ...values, dataFormat: 'channelsLast' };
}

/** A depthwise convolution and a 1×1 convolution in one: (batch, height, width, channels) → (batch, new height, new width, filters). */
export const separableConv2d = defineLayer({
  kind: 'separableConv2d',
  title: 'SeparableConv2D',
  gloss: '可分离二维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'First filters each channel by itself, then mixes the channels: almost a Conv2D, with far fewer weights.',
    'zh-CN': '先对每个通道单独滤波，再混合通道：接近 Conv2D，但权重少得多。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/separable_convolution2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('SeparableConv2D', input, geometry(values), patchLists);
    return problem ? fail(problem) : ok([convolvedShape(input, geometry(values), values.filters)]);
  },
  weights: ([input = []], { kernelSize, filters, depthMultiplier, useBias, trainable }) => {
    const channels = inputChannels(input, 'channelsLast');
    return [
      { name: 'depthwise_kernel', shape: [...kernelSize, channels, depthMultiplier], trainable },
      { name: 'pointwise_kernel', shape: [1, 1, channels * depthMultiplier, filters], trainable },
      ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
    ];
  },
  multiplyAdds: ([input = []], values) => {
    const middle = inputChannels(input, 'channelsLast') * values.depthMultiplier;
    const positions = knownElementCount(convolvedShape(input, geometry(values), 1));
    return positions * middle * (knownElementCount(values.kernelSize) + values.filters);
  },
  highlights: ({ filters, kernelSize, strides, activation }) =>
    [
      String(filters),
      sizesHighlight(kernelSize),
      ...strideHighlight(strides),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(input, geometry(values), imageAxes, 'filters', values.filters),
  tfjs: (values) => tfjsCall('layers.separableConv2d', params, values, libraryDefaults),
  // tfjs fills the pointwise kernel with the depthwise initializer, so Keras is told to do the same.
  keras: (values) => {
    const call = kerasCall('layers.SeparableConv2D', params, values, libraryDefaults);
    const { depthwise_initializer: initializer = null } = call.args;
    const { depthwise_initializer: own = null } = call.defaults ?? {};
    return withArguments(
      call,
      { pointwise_initializer: initializer },
      { pointwise_initializer: own },
    );
  },
  differences: {
    en: `tfjs fills both kernels with the same initializer and works channels-last only. ${dilationDifference.en}`,
    'zh-CN': `tfjs 对两个核使用同一个初始化器，并且只支持通道在后。${dilationDifference['zh-CN']}`,
  },
  messages: convolutionMessages,
});
