import type { Feature } from '#shared/data/feature.ts';

const hertz = { en: 'Hz', 'zh-CN': 'Hz' };

/** Parameters of steps that cut recordings into frames. */
export const frameParams = {
  frames: {
    type: 'integer',
    default: 64,
    min: 1,
    max: 10_000,
    doc: {
      en: 'How many frames there are; longer recordings are cut, shorter ones followed by silence.',
      'zh-CN': '有多少帧；过长的录音截断，过短的在后面补静音。',
    },
  },
  frameLength: {
    type: 'choice',
    default: '512',
    choices: ['64', '128', '256', '512', '1024', '2048', '4096'],
    doc: {
      en: 'Values of one frame; more tell frequencies apart more finely and moments less.',
      'zh-CN': '一帧包含多少个采样值；越多，频率分得越细，时间分得越粗。',
    },
  },
  frameStep: {
    type: 'integer',
    default: 256,
    min: 1,
    max: 100_000,
    doc: {
      en: 'Values from one frame to the next; half the frame length is usual.',
      'zh-CN': '相邻两帧相隔多少个采样值；通常取帧长的一半。',
    },
  },
} as const;

/** Parameters of steps that sum frequencies up to mel bands. */
export const melParams = {
  mels: {
    type: 'integer',
    default: 40,
    min: 2,
    max: 512,
    doc: {
      en: 'How many bands the frequencies are summed up to.',
      'zh-CN': '把频率归并成多少个频带。',
    },
  },
  low: {
    type: 'number',
    default: 20,
    min: 0,
    max: 100_000,
    unit: hertz,
    advanced: true,
    doc: { en: 'The lowest frequency.', 'zh-CN': '最低频率。' },
  },
  high: {
    type: 'number',
    default: 8000,
    min: 1,
    max: 100_000,
    unit: hertz,
    advanced: true,
    doc: {
      en: 'The highest frequency; never more than half the rate.',
      'zh-CN': '最高频率，不超过采样率的一半。',
    },
  },
} as const;

/** The feature as a picture of frequencies over time, one channel. */
export function asFrames({ name, role }: Feature, frames: number, width: number): Feature {
  return {
    name,
    role,
    kind: 'image',
    shape: [frames, width, 1],
    dtype: 'float32',
    classes: null,
  };
}
