import { activationParam } from '#shared/layers/activations.ts';
import { sequenceAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  depthMultiplierParam,
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
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  ...sequenceWindow,
  depthMultiplier: depthMultiplierParam,
  activation: activationParam('linear'),
  ...sequenceDilation,
  useBias: useBiasParam,
  depthwiseInitializer: initializerParam(weightNames.depthwise, 'glorotUniform'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  depthwiseRegularizer: regularizerParam(weightNames.depthwise),
  biasRegularizer: regularizerParam(weightNames.bias),
  depthwiseConstraint: constraintParam(weightNames.depthwise),
  biasConstraint: constraintParam(weightNames.bias),
  trainable: trainableParam,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof params>;

const libraryDefaults: ParamValues = {
  strides: 1,
  padding: 'valid',
  depthMultiplier: 1,
  activation: 'linear',
  dilationRate: 1,
  biasInitializer: { kind: 'zeros' },
};

function outputChannels(input: Shape, values: Values): number {
  return inputChannels(input, 'channelsLast') * values.depthMultiplier;
}

/** Filters each channel by itself: (batch, steps, channels) → (batch, new steps, channels · depthMultiplier). */
export const depthwiseConv1d = defineLayer({
  kind: 'depthwiseConv1d',
  title: 'DepthwiseConv1D',
  gloss: '逐通道一维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'Gives each channel kernels of its own and does not mix channels. Needs far fewer weights than Conv1D.',
    'zh-CN': '每个通道使用自己的卷积核，不混合通道。所需权重远少于 Conv1D。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/depthwise_convolution1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('DepthwiseConv1D', input, sequenceGeometry(values), patchNumbers);
    return problem
      ? fail(problem)
      : ok([convolvedShape(input, sequenceGeometry(values), outputChannels(input, values))]);
  },
  weights: ([input = []], values) => [
    {
      name: 'depthwise_kernel',
      shape: [values.kernelSize, inputChannels(input, 'channelsLast'), values.depthMultiplier],
      trainable: values.trainable,
    },
    ...(values.useBias
      ? [{ name: 'bias', shape: [outputChannels(input, values)], trainable: values.trainable }]
      : []),
  ],
  multiplyAdds: ([input = []], values) =>
    knownElementCount(
      convolvedShape(input, sequenceGeometry(values), outputChannels(input, values)),
    ) * values.kernelSize,
  highlights: ({ kernelSize, depthMultiplier, strides, activation }) =>
    [
      `kernel ${kernelSize}`,
      ...(depthMultiplier === 1 ? [] : [`×${depthMultiplier}`]),
      ...strideHighlight([strides]),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(
      input,
      sequenceGeometry(values),
      sequenceAxes,
      `${inputChannels(input, 'channelsLast')} × ${values.depthMultiplier}`,
      outputChannels(input, values),
    ),
  tfjs: (values) =>
    fromModule(
      tfjsCall('depthwiseConv1d', params, values, {
        ...libraryDefaults,
        depthwiseInitializer: { kind: 'glorotNormal' },
      }),
      'depthwiseConv1d',
    ),
  keras: (values) =>
    kerasCall('layers.DepthwiseConv1D', params, values, {
      ...libraryDefaults,
      depthwiseInitializer: { kind: 'glorotUniform' },
    }),
  differences: {
    en: 'tf.layers lacks this layer; the code here brings one.',
    'zh-CN': 'tf.layers 没有这个层；这里的代码自带一个。',
  },
  messages: convolutionMessages,
});
