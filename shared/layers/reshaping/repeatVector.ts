import { axisNames } from '#shared/layers/axisNames.ts';
import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  n: {
    type: 'integer',
    default: 10,
    min: 1,
    doc: {
      en: 'How many steps the sequence gets.',
      'zh-CN': '得到的序列有多少步。',
    },
  },
} as const satisfies ParamTable;

/** Makes a sequence of one vector: (batch, features) → (batch, n, features). */
export const repeatVector = defineLayer({
  kind: 'repeatVector',
  title: 'RepeatVector',
  gloss: '向量重复层',
  family: 'reshaping',
  pictogram: 'reshape',
  doc: {
    en: 'Makes a sequence of one vector: every step is the same. Often between an encoder and a decoder.',
    'zh-CN': '把一个向量变成序列，每一步都相同。常用于编码器和解码器之间。',
  },
  link: 'https://keras.io/api/layers/reshaping_layers/repeat_vector/',
  params,
  inputs: { min: 1, max: 1, ranks: [1] },
  outputShape: ([input = []], { n }) => ok([[n, ...input]]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ n }) => [`×${n}`],
  explain: ([input = []], { n }) => [
    { label: axisNames.steps, formula: 'n', result: String(n) },
    {
      label: axisNames.features,
      formula: String(input[0] ?? '?'),
      result: String(input[0] ?? '?'),
    },
  ],
  tfjs: (values) => tfjsCall('layers.repeatVector', params, values),
  keras: (values) => kerasCall('layers.RepeatVector', params, values),
});
