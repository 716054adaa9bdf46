import { mfcc as mfccOf } from '#shared/data/arithmetic/mfcc.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asFrames, frameParams, melParams } from '#shared/data/steps/frames.ts';
import { refuseTurnedRound } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'MFCC', 'zh-CN': 'MFCC 系数' };

/** Turns recordings into mel-frequency cepstral coefficients. */
export const mfcc = defineStep({
  kind: 'mfcc',
  title,
  doc: {
    en: 'Turns a recording into mel-frequency cepstral coefficients: few numbers for each moment that tell the sound of a voice and little of its pitch.',
    'zh-CN': '把录音变成梅尔频率倒谱系数：每个时刻只有少量的数，描述音色而较少包含音高。',
  },
  family: 'audio',
  params: {
    ...frameParams,
    ...melParams,
    coefficients: {
      type: 'integer',
      default: 13,
      min: 1,
      max: 512,
      doc: {
        en: 'How many coefficients are kept, at most as many as bands.',
        'zh-CN': '保留多少个系数，不超过频带数。',
      },
    },
  },
  accepts: ['audio'],
  output: (feature, { frames, mels, low, high, coefficients }) =>
    refuseTurnedRound(title, low, high) ??
    ok(asFrames(feature, frames, Math.min(mels, coefficients))),
  arguments: ({ frames, frameLength, frameStep, mels, low, high, coefficients }) => [
    ...[frames, Number(frameLength), frameStep],
    ...[mels, low, high],
    Math.min(mels, coefficients),
  ],
  apply: mfccOf,
});
