import { axisNames, volumeAxes } from '#shared/layers/axisNames.ts';
import type { ParamTable } from '#shared/layers/params.ts';

const triple = { length: 3, entries: volumeAxes } as const;
const pair = { length: 2, entries: [axisNames.height, axisNames.width] } as const;
const sizeDoc = {
  en: 'Size of the window that becomes one number. 2 halves the output.',
  'zh-CN': '合并为一个数的窗口大小。2 使输出减半。',
};
const stridesDoc = {
  en: 'How far the window moves each time. None: by its own size, so that windows do not overlap.',
  'zh-CN': '窗口每次移动的距离。留空则等于窗口大小，窗口互不重叠。',
};

/** What happens at the border. */
const padding = {
  type: 'choice',
  default: 'valid',
  choices: ['valid', 'same'],
  doc: {
    en: 'valid: windows stay inside, a rest at the border is dropped. same: the rest becomes a window too.',
    'zh-CN': 'valid：窗口不越界，边上的余数被丢弃。same：余数也算一个窗口。',
  },
} as const satisfies ParamTable[string];

/** Pooling over an image. */
export const imagePool = {
  poolSize: { type: 'integers', default: [2, 2], min: 1, ...pair, doc: sizeDoc },
  strides: { type: 'integers', default: null, optional: true, min: 1, ...pair, doc: stridesDoc },
  padding,
} as const satisfies ParamTable;

/** Pooling over a volume. */
export const volumePool = {
  poolSize: { type: 'integers', default: [2, 2, 2], min: 1, ...triple, doc: sizeDoc },
  strides: { type: 'integers', default: null, optional: true, min: 1, ...triple, doc: stridesDoc },
  padding,
} as const satisfies ParamTable;

/** Pooling over a sequence. */
export const sequencePool = {
  poolSize: { type: 'integer', default: 2, min: 1, doc: sizeDoc },
  strides: { type: 'integer', default: null, optional: true, min: 1, doc: stridesDoc },
  padding,
} as const satisfies ParamTable;
