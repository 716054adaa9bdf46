import { axisNames } from '#shared/layers/axisNames.ts';
import type { LayerProblem } from '#shared/layers/checks.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { channelsIndex, fromChannelsLast, toChannelsLast } from '#shared/layers/dataFormat.ts';
import type { DataFormat } from '#shared/layers/dataFormat.ts';
import type { ParamPatch, ShapeFormula } from '#shared/layers/defineLayer.ts';
import type { LocalText, Messages } from '#shared/problems/problem.ts';
import type { Shape, Size } from '#shared/shape/shape.ts';
import { formatShape } from '#shared/shape/shape.ts';
import { windowedLength, windowedLengthFormula, windowReach } from '#shared/shape/windows.ts';
import type { Padding, Window } from '#shared/shape/windows.ts';

/** A convolution's geometry, one entry an axis, whatever the layer calls it. */
export interface Geometry {
  readonly kernelSize: readonly number[];
  readonly strides: readonly number[];
  readonly dilationRate: readonly number[];
  readonly padding: Padding;
  readonly dataFormat: DataFormat;
}

/** The geometry of a convolution along a sequence, whose parameters are numbers. */
export function sequenceGeometry(values: {
  readonly kernelSize: number;
  readonly strides: number;
  readonly dilationRate: number;
  readonly padding: Padding;
}): Geometry {
  return {
    kernelSize: [values.kernelSize],
    strides: [values.strides],
    dilationRate: [values.dilationRate],
    padding: values.padding,
    dataFormat: 'channelsLast',
  };
}

/** Texts of the problems of all convolutions. */
export const convolutionMessages: Messages = {
  'convolution.kernelLargerThanInput': {
    en: {
      sentence: 'A {kernel} kernel doesn’t fit into {input}.',
      cause:
        '{layer} has padding valid, so the kernel must stay inside its input, and it reaches over {reach}.',
      remedy: 'Use a smaller kernel, or padding same.',
    },
    'zh-CN': {
      sentence: '{kernel} 的卷积核放不进 {input}。',
      cause: '{layer} 的 padding 是 valid，卷积核必须在输入之内，而它的范围是 {reach}。',
      remedy: '请减小卷积核，或使用 padding same。',
    },
  },
  'convolution.kernelLongerThanInput': {
    en: {
      sentence: 'A kernel of length {kernel} doesn’t fit into {input} steps.',
      cause:
        '{layer} has padding valid, so the kernel must stay inside its input, and it reaches over {reach} steps.',
      remedy: 'Use a shorter kernel, or padding same.',
    },
    'zh-CN': {
      sentence: '长度为 {kernel} 的卷积核放不进 {input} 步。',
      cause: '{layer} 的 padding 是 valid，卷积核必须在输入之内，而它的范围是 {reach} 步。',
      remedy: '请缩短卷积核，或使用 padding same。',
    },
  },
  'convolution.strideWithDilation': {
    en: {
      sentence: '{layer} can’t have strides {strides} and dilation {dilation} together.',
      cause: 'One of them has to be 1 along every axis.',
    },
    'zh-CN': {
      sentence: '{layer} 不能同时使用步幅 {strides} 和空洞率 {dilation}。',
      cause: '其中之一在各轴上必须为 1。',
    },
  },
};

/** One window for each spatial axis. */
export function windowsOf(geometry: Geometry): readonly Window[] {
  return geometry.kernelSize.map((size, axis) => ({
    size,
    stride: geometry.strides[axis] ?? 1,
    dilation: geometry.dilationRate[axis] ?? 1,
    padding: geometry.padding,
  }));
}

/** Channels of the input; unknown ones count as 1 (`checkGeometry` refuses them before). */
export function inputChannels(input: Shape, format: DataFormat): number {
  return input[channelsIndex(input, format)] ?? 1;
}

/** Shape of a convolution's output with this many channels, in the layer's own order of axes. */
export function convolvedShape(input: Shape, geometry: Geometry, channels: number): Shape {
  const lengths = toChannelsLast(input, geometry.dataFormat);
  const windows = windowsOf(geometry);
  return fromChannelsLast(
    [...windows.map((window, axis) => windowedLength(lengths[axis] ?? null, window)), channels],
    geometry.dataFormat,
  );
}

/**
 * What stands in the way of a convolution: unknown channels, strides together with dilation
 * (`convolution.strideWithDilation`), a kernel that does not fit (`convolution.kernelLargerThanInput`, over a sequence
 * `convolution.kernelLongerThanInput`); else null.
 */
export function checkGeometry(
  layer: string,
  input: Shape,
  geometry: Geometry,
  patch: GeometryPatch,
): LayerProblem | null {
  const unknown = requireSize(layer, input, channelsIndex(input, geometry.dataFormat));
  if (unknown) return unknown;
  const { kernelSize, strides, dilationRate } = geometry;
  if (strides.some((stride) => stride > 1) && dilationRate.some((rate) => rate > 1)) {
    return {
      code: 'convolution.strideWithDilation',
      severity: 'error',
      values: { layer, strides, dilation: dilationRate },
      fixes: [
        patch(
          'strides',
          strides.map(() => 1),
        ),
        patch(
          'dilationRate',
          dilationRate.map(() => 1),
        ),
      ],
    };
  }
  const windows = windowsOf(geometry);
  const lengths = toChannelsLast(input, geometry.dataFormat).slice(0, windows.length);
  const fits = windows.every(
    (window, axis) => (windowedLength(lengths[axis] ?? null, window) ?? 1) > 0,
  );
  if (fits) return null;
  const fitting = kernelSize.map((size, axis) =>
    Math.min(size, largestKernel(lengths[axis] ?? null, dilationRate[axis] ?? 1)),
  );
  return {
    code:
      windows.length === 1
        ? 'convolution.kernelLongerThanInput'
        : 'convolution.kernelLargerThanInput',
    severity: 'error',
    values: {
      layer,
      kernel: kernelSize,
      input: lengths,
      reach: windows.map((window) => windowReach(window.size, window.dilation)),
    },
    fixes: [
      patch('kernelSize', fitting),
      {
        title: { en: 'Set padding to same', 'zh-CN': '把 padding 设为 same' },
        params: { padding: 'same' },
      },
      ...(dilationRate.some((rate) => rate > 1) &&
      kernelSize.every((size, axis) => size <= (lengths[axis] ?? size))
        ? [
            patch(
              'dilationRate',
              dilationRate.map(() => 1),
            ),
          ]
        : []),
    ],
  };
}

function largestKernel(length: Size, dilation: number): number {
  return length === null ? Infinity : Math.floor((length - 1) / dilation) + 1;
}

/** Makes the patch that sets one geometric parameter, in the layer's own form (a number or a list). */
export type GeometryPatch = (name: string, values: readonly number[]) => ParamPatch;

/** Patches of layers whose geometry is lists: `kernelSize: [3, 3]`. */
export const patchLists: GeometryPatch = (name, values) => ({
  title: setTitle(name, formatShape(values)),
  params: { [name]: values },
});

/** Patches of layers over sequences, whose geometry is single numbers: `kernelSize: 3`. */
export const patchNumbers: GeometryPatch = (name, values) => ({
  title: setTitle(name, formatShape(values)),
  params: { [name]: values[0] ?? 1 },
});

function setTitle(name: string, value: string): LocalText {
  return { en: `Set ${name} to ${value}`, 'zh-CN': `把 ${name} 设为 ${value}` };
}

/** The lines of the "Output shape" box: one a spatial axis, then the channels. */
export function explainConvolution(
  input: Shape,
  geometry: Geometry,
  axes: readonly LocalText[],
  channelsFormula: string,
  channels: number,
): readonly ShapeFormula[] {
  const lengths = toChannelsLast(input, geometry.dataFormat);
  return [
    ...windowsOf(geometry).map((window, axis) => ({
      label: axes[axis] ?? axisNames.steps,
      formula: windowedLengthFormula(lengths[axis] ?? null, window),
      result: String(windowedLength(lengths[axis] ?? null, window) ?? '?'),
    })),
    { label: axisNames.channels, formula: channelsFormula, result: String(channels) },
  ];
}
