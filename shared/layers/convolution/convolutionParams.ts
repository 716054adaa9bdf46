import { axisNames, volumeAxes } from '#shared/layers/axisNames.ts';
import type { ParamTable } from '#shared/layers/params.ts';

const triple = { length: 3, entries: volumeAxes } as const;
const pair = { length: 2, entries: [axisNames.height, axisNames.width] } as const;

/** Number of filters of a convolution. */
export const filtersParam = {
  type: 'integer',
  default: 32,
  min: 1,
  doc: {
    en: 'How many patterns it looks for; the output has one channel for each. More can tell apart more and cost more time.',
    'zh-CN': '要寻找多少种模式，每种对应输出的一个通道。越多分辨能力越强，也越慢。',
  },
} as const satisfies ParamTable[string];

const kernelDoc = {
  en: 'How much the kernel sees at once. Larger sees more context and needs more weights.',
  'zh-CN': '卷积核一次看到的范围。越大看到的上下文越多，权重也越多。',
};
const stridesDoc = {
  en: 'How far the kernel moves each time. 2 halves the output.',
  'zh-CN': '卷积核每次移动的距离。2 使输出减半。',
};
const dilationDoc = {
  en: 'Distance between the inputs that the kernel sees; above 1 it skips some and reaches further. Needs strides of 1.',
  'zh-CN': '卷积核所看输入之间的间隔；大于 1 时跳过一些，看得更远。要求步幅为 1。',
};

/** What happens at the border. */
const paddingParam = {
  type: 'choice',
  default: 'valid',
  choices: ['valid', 'same'],
  doc: {
    en: 'valid: the kernel stays inside, the output shrinks. same: zeros around the border keep the size.',
    'zh-CN': 'valid：卷积核不越过边界，输出变小。same：边界补零，保持大小。',
  },
} as const satisfies ParamTable[string];

/** Kernel, strides and padding over an image. */
export const imageWindow = {
  kernelSize: { type: 'integers', default: [3, 3], min: 1, ...pair, doc: kernelDoc },
  strides: { type: 'integers', default: [1, 1], min: 1, ...pair, doc: stridesDoc },
  padding: paddingParam,
} as const satisfies ParamTable;

/** Kernel, strides and padding over a volume. */
export const volumeWindow = {
  kernelSize: { type: 'integers', default: [3, 3, 3], min: 1, ...triple, doc: kernelDoc },
  strides: { type: 'integers', default: [1, 1, 1], min: 1, ...triple, doc: stridesDoc },
  padding: paddingParam,
} as const satisfies ParamTable;

/** Dilation over a volume. */
export const volumeDilation = {
  dilationRate: {
    type: 'integers',
    default: [1, 1, 1],
    min: 1,
    ...triple,
    advanced: true,
    doc: dilationDoc,
  },
} as const satisfies ParamTable;

/** Dilation over an image. */
export const imageDilation = {
  dilationRate: {
    type: 'integers',
    default: [1, 1],
    min: 1,
    ...pair,
    advanced: true,
    doc: dilationDoc,
  },
} as const satisfies ParamTable;

/** Kernel, strides and padding over a sequence. */
export const sequenceWindow = {
  kernelSize: { type: 'integer', default: 3, min: 1, doc: kernelDoc },
  strides: { type: 'integer', default: 1, min: 1, doc: stridesDoc },
  padding: paddingParam,
} as const satisfies ParamTable;

/** Dilation over a sequence. */
export const sequenceDilation = {
  dilationRate: { type: 'integer', default: 1, min: 1, advanced: true, doc: dilationDoc },
} as const satisfies ParamTable;

/** Channels made of each input channel. */
export const depthMultiplierParam = {
  type: 'integer',
  default: 1,
  min: 1,
  doc: {
    en: 'How many channels it makes of each input channel.',
    'zh-CN': '由每个输入通道产生多少个通道。',
  },
} as const satisfies ParamTable[string];
