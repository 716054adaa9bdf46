import { activationParam } from '#shared/layers/activations.ts';
import { axisNames, volumeAxes } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { filtersParam, volumeWindow } from '#shared/layers/convolution/convolutionParams.ts';
import { inputChannels, windowsOf } from '#shared/layers/convolution/convolutionShape.ts';
import {
  channelsIndex,
  fromChannelsLast,
  toChannelsLast,
  volumeFormatParam,
} from '#shared/layers/dataFormat.ts';
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
import { transposedLength, transposedLengthFormula } from '#shared/shape/windows.ts';
import type { Window } from '#shared/shape/windows.ts';

const params = {
  filters: filtersParam,
  ...volumeWindow,
  activation: activationParam('linear'),
  dataFormat: volumeFormatParam,
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
  biasInitializer: { kind: 'zeros' },
};

function windows(values: ValuesOf<typeof params>): readonly Window[] {
  return windowsOf({ ...values, dilationRate: [1, 1, 1] });
}

function enlarged(input: Shape, values: ValuesOf<typeof params>): Shape {
  const lengths = toChannelsLast(input, values.dataFormat);
  return fromChannelsLast(
    [
      ...windows(values).map((window, axis) => transposedLength(lengths[axis] ?? null, window)),
      values.filters,
    ],
    values.dataFormat,
  );
}

/** Enlarges a volume by trained kernels: (batch, depth, height, width, channels) → (batch, larger depth, larger height, larger width, filters). */
export const conv3dTranspose = defineLayer({
  kind: 'conv3dTranspose',
  title: 'Conv3DTranspose',
  gloss: '三维转置卷积层',
  family: 'convolution',
  pictogram: 'conv',
  doc: {
    en: 'A convolution the other way round: with strides above 1 it makes volumes larger. Used in generators and for segmentation.',
    'zh-CN': '反方向的卷积：步幅大于 1 时放大三维数据，用于生成网络和分割。',
  },
  link: 'https://keras.io/api/layers/convolution_layers/convolution3d_transpose/',
  params,
  inputs: { min: 1, max: 1, ranks: [4] },
  outputShape: ([input = []], values) => {
    const channels = channelsIndex(input, values.dataFormat);
    const problem = requireSize('Conv3DTranspose', input, channels);
    return problem ? fail(problem) : ok([enlarged(input, values)]);
  },
  weights: ([input = []], { kernelSize, filters, dataFormat, useBias, trainable }) => [
    {
      name: 'kernel',
      shape: [...kernelSize, filters, inputChannels(input, dataFormat)],
      trainable,
    },
    ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
  ],
  multiplyAdds: ([input = []], { kernelSize, filters }) =>
    knownElementCount(input) * knownElementCount(kernelSize) * filters,
  highlights: ({ filters, kernelSize, strides, activation }) =>
    [
      String(filters),
      sizesHighlight(kernelSize),
      ...strideHighlight(strides),
      ...activationHighlight(activation),
    ].slice(0, 3),
  explain: ([input = []], values) => {
    const lengths = toChannelsLast(input, values.dataFormat);
    return [
      ...windows(values).map((window, axis) => ({
        label: volumeAxes[axis] ?? axisNames.steps,
        formula: transposedLengthFormula(lengths[axis] ?? null, window),
        result: String(transposedLength(lengths[axis] ?? null, window) ?? '?'),
      })),
      { label: axisNames.channels, formula: 'filters', result: String(values.filters) },
    ];
  },
  tfjs: (values) =>
    tfjsCall('layers.conv3dTranspose', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    kerasCall('layers.Conv3DTranspose', params, values, {
      ...libraryDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: {
    en: 'tfjs has no dilation and no output padding here.',
    'zh-CN': 'tfjs 的这一层没有空洞率和输出填充。',
  },
});
