import { waveform as waveformOf } from '#shared/data/arithmetic/waveform.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Turns recordings into rows of numbers of one length. */
export const waveform = defineStep({
  kind: 'waveform',
  title: { en: 'Waveform', 'zh-CN': '波形' },
  doc: {
    en: 'Turns a recording into its values themselves, all of one length, for a Conv1D.',
    'zh-CN': '把录音变成采样值本身，长度统一，供 Conv1D 使用。',
  },
  family: 'audio',
  params: {
    samples: {
      type: 'integer',
      default: 16_000,
      min: 1,
      max: 10_000_000,
      doc: {
        en: 'How many values there are; longer recordings are cut, shorter ones followed by silence.',
        'zh-CN': '有多少个采样值；过长的录音截断，过短的在后面补静音。',
      },
    },
  },
  accepts: ['audio'],
  output: ({ name, role }, { samples }) =>
    ok({ name, role, kind: 'sequence', shape: [samples, 1], dtype: 'float32', classes: null }),
  arguments: ({ samples }) => [samples],
  apply: waveformOf,
});
