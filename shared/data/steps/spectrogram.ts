import { spectrogram as spectrogramOf } from '#shared/data/arithmetic/spectrogram.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asFrames, frameParams } from '#shared/data/steps/frames.ts';
import { ok } from '#shared/problems/problem.ts';

/** Turns recordings into pictures of their frequencies. */
export const spectrogram = defineStep({
  kind: 'spectrogram',
  title: { en: 'Spectrogram', 'zh-CN': '频谱图' },
  doc: {
    en: 'Turns a recording into a picture: time from top to bottom, frequencies from left to right. A Conv2D can look at it.',
    'zh-CN': '把录音变成图像：从上到下是时间，从左到右是频率，可供 Conv2D 使用。',
  },
  family: 'audio',
  params: {
    ...frameParams,
    unit: {
      type: 'choice',
      default: 'decibel',
      choices: ['magnitude', 'power', 'decibel'],
      doc: {
        en: 'How loudness is written; decibels are nearest to what is heard.',
        'zh-CN': '响度的表示方式；分贝最接近听感。',
      },
    },
  },
  accepts: ['audio'],
  output: (feature, { frames, frameLength }) =>
    ok(asFrames(feature, frames, Number(frameLength) / 2 + 1)),
  arguments: ({ frames, frameLength, frameStep, unit }) => [
    frames,
    Number(frameLength),
    frameStep,
    unit,
  ],
  apply: spectrogramOf,
});
