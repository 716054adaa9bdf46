import type { ChoiceParam, IntegerParam } from '#shared/layers/params.ts';

/** Values of a pixel. */
export const channelsParam = {
  type: 'choice',
  default: 'auto',
  choices: ['auto', '1', '3'],
  doc: {
    en: 'Values of a pixel. 1: gray. 3: red, green, blue. auto: 1 if all pictures are gray.',
    'zh-CN': '每个像素的数值个数。1：灰度。3：红、绿、蓝。auto：全部为灰度图时取 1。',
  },
} as const satisfies ChoiceParam;

const pixels = {
  type: 'integer',
  default: 0,
  min: 0,
  max: 4096,
  unit: { en: 'pixels', 'zh-CN': '像素' },
} as const;

/** Height that pictures are brought to. */
export const pictureHeightParam = {
  ...pixels,
  doc: {
    en: 'Height that pictures are brought to while they are read, which is faster than a step. 0: as they are.',
    'zh-CN': '读取时把图像统一到的高度，比用预处理步骤更快。0：保持原样。',
  },
} as const satisfies IntegerParam;

/** Width that pictures are brought to. */
export const pictureWidthParam = {
  ...pixels,
  doc: {
    en: 'Width that pictures are brought to while they are read. 0: the same as the height.',
    'zh-CN': '读取时把图像统一到的宽度。0：与高度相同。',
  },
} as const satisfies IntegerParam;
