import { activationParam } from '#shared/layers/activations.ts';
import { axisNames } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { filtersParam, sequenceWindow } from '#shared/layers/convolution/convolutionParams.ts';
import { inputChannels } from '#shared/layers/convolution/convolutionShape.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import { activationHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { kernelAndBiasParams } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { transposedLength, transposedLengthFormula } from '#shared/shape/windows.ts';
import type { Window } from '#shared/shape/windows.ts';

const params = {
  filters: filtersParam,
  ...sequenceWindow,
  activation: activationParam('linear'),
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  strides: 1,
  padding: 'valid',
  activation: 'linear',
  biasInitializer: { kind: 'zeros' },
};

function windowOf({ kernelSize, strides, padding }: ValuesOf<typeof params>): Window {
  return { size: kernelSize, stride: strides, padding };
}

function enlarged([steps = null]: Shape, values: ValuesOf<typeof params>): Shape {
  return [transposedLength(steps, windowOf(values)), values.filters];
}

/** Lengthens a sequence by trained kernels: (batch, steps, channels) → (batch, more steps, filters). */
export const conv1dTranspose = defineLayer({
  kind: 'conv1dTranspose',
  title: 'Conv1DTranspose',
  gloss: '一维转置卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'A convolution the other way round: with strides above 1 it makes sequences longer. Used in generators.',
    'zh-CN': '反方向的卷积：步幅大于 1 时使序列变长，用于生成网络。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution1d_transpose/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => {
    const problem = requireSize('Conv1DTranspose', input, 1);
    return problem ? fail(problem) : ok([enlarged(input, values)]);
  },
  weights: ([input = []], { kernelSize, filters, useBias, trainable }) => [
    {
      name: 'kernel',
      shape: [kernelSize, filters, inputChannels(input, 'channelsLast')],
      trainable,
    },
    ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
  ],
  multiplyAdds: ([input = []], { kernelSize, filters }) =>
    knownElementCount(input) * kernelSize * filters,
  highlights: ({ filters, kernelSize, strides, activation }) =>
    [
      String(filters),
      `kernel ${kernelSize}`,
      ...strideHighlight([strides]),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([[steps = null] = []], values) => [
    {
      label: axisNames.steps,
      formula: transposedLengthFormula(steps, windowOf(values)),
      result: String(transposedLength(steps, windowOf(values)) ?? '?'),
    },
    { label: axisNames.channels, formula: 'filters', result: String(values.filters) },
  ],
  tfjs: (values) =>
    fromModule(
      tfjsCall('conv1dTranspose', params, values, {
        ...libraryDefaults,
        kernelInitializer: { kind: 'glorotNormal' },
      }),
      'conv1dTranspose',
    ),
  keras: (values) =>
    kerasCall('layers.Conv1DTranspose', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: {
    en: 'tf.layers lacks this layer; the code here brings one, without dilation and output padding.',
    'zh-CN': 'tf.layers 没有这个层；这里的代码自带一个，没有空洞率和输出填充。',
  },
});
