import { logMel as logMelOf } from '#shared/data/arithmetic/logMel.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asFrames, frameParams, melParams } from '#shared/data/steps/frames.ts';
import { refuseTurnedRound } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Log-mel', 'zh-CN': '对数梅尔频谱' };

/** Turns recordings into pictures of what the ear tells apart. */
export const logMel = defineStep({
  kind: 'logMel',
  title,
  doc: {
    en: 'Turns a recording into a picture of the frequencies as the ear tells them apart, fine at low ones and coarse at high ones, with logarithms of their loudness. Usual for speech and sounds with a Conv2D.',
    'zh-CN':
      '把录音变成按人耳分辨能力划分频率的图像：低频细、高频粗，响度取对数。常用于语音和声音，配合 Conv2D。',
  },
  family: 'audio',
  params: { ...frameParams, ...melParams },
  accepts: ['audio'],
  output: (feature, { frames, mels, low, high }) =>
    refuseTurnedRound(title, low, high) ?? ok(asFrames(feature, frames, mels)),
  arguments: ({ frames, frameLength, frameStep, mels, low, high }) => [
    frames,
    Number(frameLength),
    frameStep,
    mels,
    low,
    high,
  ],
  apply: logMelOf,
});
