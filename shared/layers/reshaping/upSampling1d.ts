import { axisNames } from '#shared/layers/axisNames.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  size: {
    type: 'integer',
    default: 2,
    min: 1,
    doc: {
      en: 'How many times longer it becomes.',
      'zh-CN': '变长多少倍。',
    },
  },
} as const satisfies ParamTable;

/** Repeats each step: (batch, steps, channels), more steps. */
export const upSampling1d = defineLayer({
  kind: 'upSampling1d',
  title: 'UpSampling1D',
  gloss: '一维上采样层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Makes a sequence longer by repeating each step. Nothing to train.',
    'zh-CN': '通过重复每一步使序列变长，没有可训练的参数。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/up_sampling1d/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([[steps = null, channels = null] = []], { size }) =>
    ok([[steps === null ? null : steps * size, channels]]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ size }) => [`×${size}`],
  explain: ([[steps = null] = []], { size }) => [
    {
      label: axisNames.steps,
      formula: `${steps ?? '?'} × ${size}`,
      result: steps === null ? '?' : String(steps * size),
    },
  ],
  tfjs: (values) =>
    fromModule(tfjsCall('upSampling1d', params, values), 'upSampling', 'upSampling1d'),
  keras: (values) => kerasCall('layers.UpSampling1D', params, values, { size: 2 }),
});
