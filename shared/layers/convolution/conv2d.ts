import { activationParam } from '#shared/layers/activations.ts';
import { imageAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dilationDifference } from '#shared/layers/convolution/convolutionDocs.ts';
import {
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
import { dataFormatParam } from '#shared/layers/dataFormat.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { activationHighlight, sizesHighlight, strideHighlight } from '#shared/layers/highlights.ts';
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
  ...imageWindow,
  activation: activationParam('linear'),
  dataFormat: dataFormatParam,
  ...imageDilation,
  useBias: useBiasParam,
  kernelInitializer: initializerParam(weightNames.kernel, 'glorotUniform'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  kernelRegularizer: regularizerParam(weightNames.kernel),
  biasRegularizer: regularizerParam(weightNames.bias),
  kernelConstraint: constraintParam(weightNames.kernel),
  biasConstraint: constraintParam(weightNames.bias),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  strides: [1, 1],
  padding: 'valid',
  activation: 'linear',
  dataFormat: 'channelsLast',
  dilationRate: [1, 1],
  biasInitializer: { kind: 'zeros' },
};

/** Looks for patterns in an image: (batch, height, width, channels) → (batch, new height, new width, filters). */
export const conv2d = defineLayer({
  kind: 'conv2d',
  title: 'Conv2D',
  gloss: '二维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'Slides small kernels over an image and answers where each one’s pattern appears.',
    'zh-CN': '让小卷积核在图像上滑动，给出每种模式出现的位置。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [3] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('Conv2D', input, values, patchLists);
    return problem ? fail(problem) : ok([convolvedShape(input, values, values.filters)]);
  },
  weights: ([input = []], { kernelSize, filters, dataFormat, useBias, trainable }) => [
    {
      name: 'kernel',
      shape: [...kernelSize, inputChannels(input, dataFormat), filters],
      trainable,
    },
    ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
  ],
  multiplyAdds: ([input = []], values) =>
    knownElementCount(convolvedShape(input, values, values.filters)) *
    knownElementCount(values.kernelSize) *
    inputChannels(input, values.dataFormat),
  highlights: ({ filters, kernelSize, strides, padding, activation }) =>
    [
      String(filters),
      sizesHighlight(kernelSize),
      ...strideHighlight(strides),
      ...activationHighlight(activation),
      ...(padding === 'same' ? ['same'] : []),
    ].slice(0, 3),
  explain: ([input = []], values) =>
    explainConvolution(input, values, imageAxes, 'filters', values.filters),
  tfjs: (values) =>
    tfjsCall('layers.conv2d', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv2D', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: dilationDifference,
  messages: convolutionMessages,
});
