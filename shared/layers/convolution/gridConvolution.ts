import { activationParam } from '#shared/layers/activations.ts';
import { axisNames, imageAxes, volumeAxes } from '#shared/layers/axisNames.ts';
import { dilationDifference } from '#shared/layers/convolution/convolutionDocs.ts';
import {
  filtersParam,
  imageDilation,
  imageWindow,
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
  windowsOf,
} from '#shared/layers/convolution/convolutionShape.ts';
import { requireSize } from '#shared/layers/checks.ts';
import {
  channelsIndex,
  dataFormatParam,
  fromChannelsLast,
  toChannelsLast,
  volumeFormatParam,
} from '#shared/layers/dataFormat.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { activationHighlight, sizesHighlight, strideHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { kernelAndBiasParams } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { knownElementCount } from '#shared/shape/shape.ts';
import { transposedLength, transposedLengthFormula } from '#shared/shape/windows.ts';

/** Parameters of Conv2D. */
export const imageConvolutionParams = {
  filters: filtersParam,
  ...imageWindow,
  activation: activationParam('linear'),
  dataFormat: dataFormatParam,
  ...imageDilation,
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

/** Parameters of Conv3D. */
export const volumeConvolutionParams = {
  filters: filtersParam,
  ...volumeWindow,
  activation: activationParam('linear'),
  dataFormat: volumeFormatParam,
  ...volumeDilation,
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

/** Parameters of Conv2DTranspose. */
export const imageTransposeParams = {
  filters: filtersParam,
  ...imageWindow,
  activation: activationParam('linear'),
  dataFormat: dataFormatParam,
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

/** Parameters of Conv3DTranspose. */
export const volumeTransposeParams = {
  filters: filtersParam,
  ...volumeWindow,
  activation: activationParam('linear'),
  dataFormat: volumeFormatParam,
  ...kernelAndBiasParams,
} as const satisfies ParamTable;

type Values = ValuesOf<typeof imageConvolutionParams>;
type TransposeValues = ValuesOf<typeof imageTransposeParams>;

/** What both libraries take for absent arguments; the initializer of the kernel is each library's own. */
export function gridConvolutionDefaults({
  kernelSize,
  ...values
}: TransposeValues | Values): ParamValues {
  const ones = kernelSize.map(() => 1);
  return {
    strides: ones,
    padding: 'valid',
    activation: 'linear',
    dataFormat: 'channelsLast',
    ...('dilationRate' in values ? { dilationRate: ones } : {}),
    biasInitializer: { kind: 'zeros' },
  };
}

/** What convolutions over images and over volumes have in common. */
function gridConvolution(title: string, axes: readonly LocalText[]) {
  return {
    title,
    family: 'convolution',
    pictogram: 'conv',
    outputShape: ([input = []]: readonly Shape[], values: Values) => {
      const problem = checkGeometry(title, input, values, patchLists);
      return problem ? fail(problem) : ok([convolvedShape(input, values, values.filters)]);
    },
    weights: (
      [input = []]: readonly Shape[],
      { kernelSize, filters, dataFormat, useBias, trainable }: Values,
    ) => [
      {
        name: 'kernel',
        shape: [...kernelSize, inputChannels(input, dataFormat), filters],
        trainable,
      },
      ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
    ],
    multiplyAdds: ([input = []]: readonly Shape[], values: Values) =>
      knownElementCount(convolvedShape(input, values, values.filters)) *
      knownElementCount(values.kernelSize) *
      inputChannels(input, values.dataFormat),
    highlights: ({ filters, kernelSize, strides, padding, activation }: Values) =>
      [
        String(filters),
        sizesHighlight(kernelSize),
        ...strideHighlight(strides),
        ...activationHighlight(activation),
        ...(padding === 'same' ? ['same'] : []),
      ].slice(0, 3),
    explain: ([input = []]: readonly Shape[], values: Values) =>
      explainConvolution(input, values, axes, 'filters', values.filters),
    differences: dilationDifference,
    messages: convolutionMessages,
  } as const;
}

/** All of Conv2D but its words and calls: (batch, height, width, channels) → (batch, new height, new width, filters). */
export function imageConvolution(title: string) {
  return {
    ...gridConvolution(title, imageAxes),
    params: imageConvolutionParams,
    inputs: { min: 1, max: 1, ranks: [3] },
  } as const satisfies Partial<LayerDefinition<typeof imageConvolutionParams>>;
}

/** All of Conv3D but its words and calls: as `imageConvolution`, with a depth before the height. */
export function volumeConvolution(title: string) {
  return {
    ...gridConvolution(title, volumeAxes),
    params: volumeConvolutionParams,
    inputs: { min: 1, max: 1, ranks: [4] },
  } as const satisfies Partial<LayerDefinition<typeof volumeConvolutionParams>>;
}

function transposeWindows(values: TransposeValues) {
  return windowsOf({ ...values, dilationRate: values.kernelSize.map(() => 1) });
}

/** What transposed convolutions over images and over volumes have in common. */
function gridTranspose(title: string, axes: readonly LocalText[]) {
  return {
    title,
    family: 'convolution',
    pictogram: 'conv',
    outputShape: ([input = []]: readonly Shape[], values: TransposeValues) => {
      const { dataFormat, filters } = values;
      const problem = requireSize(title, input, channelsIndex(input, dataFormat));
      if (problem) return fail(problem);
      const lengths = toChannelsLast(input, dataFormat);
      const enlarged = transposeWindows(values).map((window, axis) =>
        transposedLength(lengths[axis] ?? null, window),
      );
      return ok([fromChannelsLast([...enlarged, filters], dataFormat)]);
    },
    weights: (
      [input = []]: readonly Shape[],
      { kernelSize, filters, dataFormat, useBias, trainable }: TransposeValues,
    ) => [
      {
        name: 'kernel',
        shape: [...kernelSize, filters, inputChannels(input, dataFormat)],
        trainable,
      },
      ...(useBias ? [{ name: 'bias', shape: [filters], trainable }] : []),
    ],
    multiplyAdds: ([input = []]: readonly Shape[], { kernelSize, filters }: TransposeValues) =>
      knownElementCount(input) * knownElementCount(kernelSize) * filters,
    highlights: ({ filters, kernelSize, strides, activation }: TransposeValues) =>
      [
        String(filters),
        sizesHighlight(kernelSize),
        ...strideHighlight(strides),
        ...activationHighlight(activation),
      ].slice(0, 3),
    explain: ([input = []]: readonly Shape[], values: TransposeValues) => {
      const lengths = toChannelsLast(input, values.dataFormat);
      return [
        ...transposeWindows(values).map((window, axis) => ({
          label: axes[axis] ?? axisNames.steps,
          formula: transposedLengthFormula(lengths[axis] ?? null, window),
          result: String(transposedLength(lengths[axis] ?? null, window) ?? '?'),
        })),
        { label: axisNames.channels, formula: 'filters', result: String(values.filters) },
      ];
    },
    differences: {
      en: 'tfjs has no dilation and no output padding here.',
      'zh-CN': 'tfjs 的这一层没有空洞率和输出填充。',
    },
  } as const;
}

/** All of Conv2DTranspose but its words and calls: (batch, height, width, channels) → (batch, larger height, larger width, filters). */
export function imageTranspose(title: string) {
  return {
    ...gridTranspose(title, imageAxes),
    params: imageTransposeParams,
    inputs: { min: 1, max: 1, ranks: [3] },
  } as const satisfies Partial<LayerDefinition<typeof imageTransposeParams>>;
}

/** All of Conv3DTranspose but its words and calls: as `imageTranspose`, with a depth before the height. */
export function volumeTranspose(title: string) {
  return {
    ...gridTranspose(title, volumeAxes),
    params: volumeTransposeParams,
    inputs: { min: 1, max: 1, ranks: [4] },
  } as const satisfies Partial<LayerDefinition<typeof volumeTransposeParams>>;
}
