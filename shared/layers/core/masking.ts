import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  maskValue: {
    type: 'number',
    default: 0,
    doc: {
      en: 'A step whose numbers all equal this one is padding.',
      'zh-CN': '某一步的所有数都等于此值时，它就是填充。',
    },
  },
} as const satisfies ParamTable;

/** Marks steps that are padding, so that recurrent layers skip them: (batch, steps, features), the shape stays. */
export const masking = defineLayer({
  kind: 'masking',
  title: 'Masking',
  gloss: '掩码层',
  family: 'core',
  pictogram: 'mask',
  doc: {
    en: 'Marks the steps of a sequence that are only padding and sets them to 0; recurrent layers skip them.',
    'zh-CN': '标记序列中仅为填充的步并将其置为 0；循环层会跳过它们。',
  },
  link: 'https://keras.io/api/layers/core_layers/masking/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []]) => ok([input]),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'makes',
  highlights: ({ maskValue }) => [String(maskValue)],
  tfjs: (values) => tfjsCall('layers.masking', params, values, { maskValue: 0 }),
  keras: (values) => kerasCall('layers.Masking', params, values, { maskValue: 0 }),
  differences: {
    en: 'Plain tfjs cannot train layers that stand before this one; the engine here can.',
    'zh-CN': '普通的 tfjs 不能训练位于此层之前的层；本程序的引擎可以。',
  },
});
