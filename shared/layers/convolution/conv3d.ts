import { activationParam } from '#shared/layers/activations.ts';
import { volumeAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { dilationDifference } from '#shared/layers/convolution/convolutionDocs.ts';
import {
  filtersParam,
  volumeDilation,
  volumeWindow,
} from '#shared/layers/convolution/convolutionParams.ts';
import {
  checkGeometry,
  convolutionMessages,
  convolvedShape,
  explainConvolution,
  inputChannels,
  patchLists,
} from '#shared/layers/convolution/convolutionShape.ts';
import { volumeFormatParam } from '#shared/layers/dataFormat.ts';
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
  ...volumeWindow,
  activation: activationParam('linear'),
  dataFormat: volumeFormatParam,
  ...volumeDilation,
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
  strides: [1, 1, 1],
  padding: 'valid',
  activation: 'linear',
  dataFormat: 'channelsLast',
  dilationRate: [1, 1, 1],
  biasInitializer: { kind: 'zeros' },
};

/** Looks for patterns in a volume: (batch, depth, height, width, channels) → (batch, new depth, new height, new width, filters). */
export const conv3d = defineLayer({
  kind: 'conv3d',
  title: 'Conv3D',
  gloss: '三维卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'Slides small kernels through a volume (a scan, a short film) and answers where each one’s pattern appears.',
    'zh-CN': '让小卷积核在三维数据（扫描、短片）中滑动，给出每种模式出现的位置。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution3d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('Conv3D', input, values, patchLists);
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
    explainConvolution(input, values, volumeAxes, 'filters', values.filters),
  tfjs: (values) =>
    tfjsCall('layers.conv3d', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv3D', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: dilationDifference,
  messages: convolutionMessages,
});
