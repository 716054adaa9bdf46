import {
  applied,
  attentionDifference,
  attentionInputs,
  attentionMask,
  attentionMessages,
  attentionParams,
  attentionShapes,
  checkSizes,
  checkSteps,
} from '#shared/layers/attention/attentionInputs.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { trainableParam } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  useScale: {
    type: 'boolean',
    default: true,
    doc: {
      en: 'Weighs the numbers of the comparison by a vector that is trained.',
      'zh-CN': '用一个可训练的向量为比较中的各个数加权。',
    },
  },
  ...attentionParams,
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { useScale: true, dropout: 0, seed: null };

/** Each step of the query gathers from the values what it attends to, compared by sums (Bahdanau et al. 2015). */
export const additiveAttention = defineLayer({
  kind: 'additiveAttention',
  title: 'AdditiveAttention',
  gloss: '加性注意力层',
  family: 'attention',
  pictogram: 'attn',
  doc: {
    en: 'Like Attention, but query and key are compared by the tanh of their sum. One input is query, value and key at once.',
    'zh-CN':
      '与 Attention 相同，但用两者之和的 tanh 比较查询与键。只有一个输入时兼作查询、值和键。',
  },
  link: 'https://keras.io/api/layers/attention_layers/additive_attention/',
  params,
  inputs: attentionInputs,
  outputShape: (inputs, { useScale }) => {
    const shapes = attentionShapes(inputs);
    const { query, value } = shapes;
    const problem =
      checkSteps('AdditiveAttention', shapes) ??
      checkSizes('AdditiveAttention', shapes) ??
      (useScale ? requireSize('AdditiveAttention', query, 1) : null);
    return problem ? fail(problem) : ok([[query[0] ?? null, value[1] ?? null]]);
  },
  weights: (inputs, { useScale, trainable }) =>
    useScale ? [{ name: 'scale', shape: [attentionShapes(inputs).query[1] ?? 1], trainable }] : [],
  multiplyAdds: (inputs) => {
    const { query, value } = attentionShapes(inputs);
    return (query[0] ?? 1) * (value[0] ?? 1) * ((query[1] ?? 1) + (value[1] ?? 1));
  },
  mask: (_values, inputCount) => attentionMask(inputCount),
  highlights: ({ useCausalMask }) => (useCausalMask ? ['causal'] : []),
  tfjs: (values) =>
    fromModule(
      tfjsCall('additiveAttention', params, values, { ...libraryDefaults, useCausalMask: false }),
      'attention',
      'additiveAttention',
    ),
  keras: (values) =>
    applied(kerasCall('layers.AdditiveAttention', params, values, libraryDefaults), 'list'),
  differences: attentionDifference,
  messages: attentionMessages,
});
