import { activationParam } from '#shared/layers/activations.ts';
import { imageAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import {
  depthMultiplierParam,
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
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
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
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  ...imageWindow,
  depthMultiplier: depthMultiplierParam,
  activation: activationParam('linear'),
  dataFormat: dataFormatParam,
  ...imageDilation,
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
  strides: [1, 1],
  padding: 'valid',
  depthMultiplier: 1,
  activation: 'linear',
  dataFormat: 'channelsLast',
  dilationRate: [1, 1],
  biasInitializer: { kind: 'zeros' },
};

function outputChannels(input: Shape, values: Values): number {
  return inputChannels(input, values.dataFormat) * values.depthMultiplier;
}

/** Filters each channel by itself: (batch, height, width, channels) → (batch, new height, new width, channels · depthMultiplier). */
export const depthwiseConv2d = defineLayer({
  kind: 'depthwiseConv2d',
  title: 'DepthwiseConv2D',
  gloss: '逐通道二维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'Gives each channel kernels of its own and does not mix channels. Needs far fewer weights than Conv2D.',
    'zh-CN': '每个通道使用自己的卷积核，不混合通道。所需权重远少于 Conv2D。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/depthwise_convolution2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('DepthwiseConv2D', input, values, patchLists);
    return problem
      ? fail(problem)
      : ok([convolvedShape(input, values, outputChannels(input, values))]);
  },
  weights: ([input = []], values) => [
    {
      name: 'depthwise_kernel',
      shape: [
        ...values.kernelSize,
        inputChannels(input, values.dataFormat),
        values.depthMultiplier,
      ],
      trainable: values.trainable,
    },
    ...(values.useBias
      ? [{ name: 'bias', shape: [outputChannels(input, values)], trainable: values.trainable }]
      : []),
  ],
  multiplyAdds: ([input = []], values) =>
    knownElementCount(convolvedShape(input, values, outputChannels(input, values))) *
    knownElementCount(values.kernelSize),
  highlights: ({ kernelSize, depthMultiplier, strides, activation }) =>
    [
      sizesHighlight(kernelSize),
      ...(depthMultiplier === 1 ? [] : [`×${depthMultiplier}`]),
      ...strideHighlight(strides),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(
      input,
      values,
      imageAxes,
      `${inputChannels(input, values.dataFormat)} × ${values.depthMultiplier}`,
      outputChannels(input, values),
    ),
  // tfjs's own takes a dilation rate and ignores it.
  tfjs: (values) => {
    const call = tfjsCall('layers.depthwiseConv2d', params, values, {
      ...libraryDefaults,
      depthwiseInitializer: { kind: 'glorotNormal' },
    });
    const isDilated = values.dilationRate.some((rate) => rate > 1);
    return isDilated ? fromModule(call, 'dilatedDepthwiseConv2d') : call;
  },
  keras: (values) =>
    kerasCall('layers.DepthwiseConv2D', params, values, {
      ...libraryDefaults,
      depthwiseInitializer: { kind: 'glorotUniform' },
    }),
  differences: {
    en: 'Plain tfjs ignores the dilation rate; the code here brings a layer of its own for it. Keras on TensorFlow needs the same stride along both axes.',
    'zh-CN':
      '普通的 tfjs 会忽略空洞率；这里的代码为此自带一个层。Keras 的 TensorFlow 后端要求两个轴的步幅相同。',
  },
  messages: convolutionMessages,
});
