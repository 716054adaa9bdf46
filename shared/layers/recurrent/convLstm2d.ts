import { axisNames, imageAxes } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
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
import type { Geometry } from '#shared/layers/convolution/convolutionShape.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { sizesHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { recurrentDefaults, recurrentDifference } from '#shared/layers/recurrent/recurrentLayer.ts';
import {
  forgetBiasParam,
  recurrentActivation,
  recurrentMain,
  recurrentRest,
} from '#shared/layers/recurrent/recurrentParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { formatShape, knownElementCount } from '#shared/shape/shape.ts';

const params = {
  filters: filtersParam,
  ...imageWindow,
  returnSequences: recurrentMain.returnSequences,
  activation: recurrentMain.activation,
  ...recurrentActivation,
  ...imageDilation,
  unitForgetBias: forgetBiasParam,
  ...recurrentRest,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof params>;

const libraryDefaults: ParamValues = {
  ...recurrentDefaults,
  strides: [1, 1],
  padding: 'valid',
  dilationRate: [1, 1],
};

function geometry(values: Values): Geometry {
  return { ...values, dataFormat: 'channelsLast' };
}

/** What the layer remembers: an image, (height, width, filters). */
function memory(input: Shape, values: Values): Shape {
  return convolvedShape(input.slice(1), geometry(values), values.filters);
}

/** An LSTM whose products are convolutions (Shi et al. 2015): (batch, steps, height, width, channels) → (batch, height, width, filters), or with steps. */
export const convLstm2d = defineLayer({
  kind: 'convLstm2d',
  title: 'ConvLSTM2D',
  gloss: '卷积 LSTM 层',
  family: 'recurrent',
  pictogram: 'rnn',
  doc: {
    en: 'Reads a film image by image; what it remembers is an image too. For films, weather maps and other series of images.',
    'zh-CN': '逐帧读取图像序列，记住的内容也是图像。用于视频、气象图等图像序列。',
  },
  link: 'https://keras.io/api/layers/recurrent_layers/conv_lstm2d/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], values) => {
    const problem = checkGeometry('ConvLSTM2D', input.slice(1), geometry(values), patchLists);
    if (problem) return fail(problem);
    const image = memory(input, values);
    const output = values.returnSequences ? [input[0] ?? null, ...image] : image;
    return ok(values.returnState ? [output, image, image] : [output]);
  },
  weights: ([input = []], { filters, kernelSize, useBias, trainable }) => [
    {
      name: 'kernel',
      shape: [...kernelSize, inputChannels(input, 'channelsLast'), 4 * filters],
      trainable,
    },
    { name: 'recurrent_kernel', shape: [...kernelSize, filters, 4 * filters], trainable },
    ...(useBias ? [{ name: 'bias', shape: [4 * filters], trainable }] : []),
  ],
  multiplyAdds: ([input = []], values) =>
    (input[0] ?? 1) *
    knownElementCount(memory(input, values)) *
    knownElementCount(values.kernelSize) *
    4 *
    (inputChannels(input, 'channelsLast') + values.filters),
  mask: ({ returnSequences }) => (returnSequences ? 'usesAndKeeps' : 'uses'),
  highlights: ({ filters, kernelSize, strides, returnSequences }) =>
    [
      String(filters),
      sizesHighlight(kernelSize),
      ...strideHighlight(strides),
      ...(returnSequences ? ['sequences'] : []),
    ].slice(0, 3),
  explain: ([input = []], values) => {
    const steps = formatShape(input.slice(0, 1));
    return [
      ...(values.returnSequences
        ? [{ label: axisNames.steps, formula: steps, result: steps }]
        : []),
      ...explainConvolution(input.slice(1), geometry(values), imageAxes, 'filters', values.filters),
    ];
  },
  tfjs: (values) => {
    const call = tfjsCall('layers.convLstm2d', params, values, {
      ...libraryDefaults,
      recurrentActivation: 'hardSigmoid',
      kernelInitializer: { kind: 'glorotNormal' },
    });
    const { kernelRegularizer, recurrentRegularizer, biasRegularizer } = values;
    // tfjs's own takes regularizers and ignores them.
    return (kernelRegularizer ?? recurrentRegularizer ?? biasRegularizer)
      ? fromModule(call, 'regularizedRecurrent', 'regularizedConvLstm2d')
      : call;
  },
  keras: (values) =>
    kerasCall('layers.ConvLSTM2D', params, values, {
      ...libraryDefaults,
      recurrentActivation: 'sigmoid',
      unitForgetBias: true,
      kernelInitializer: { kind: 'glorotUniform' },
      recurrentInitializer: { kind: 'orthogonal' },
    }),
  differences: {
    en: `tfjs works channels-last only. ${recurrentDifference.en}`,
    'zh-CN': `tfjs 只支持通道在后。${recurrentDifference['zh-CN']}`,
  },
  messages: convolutionMessages,
});
