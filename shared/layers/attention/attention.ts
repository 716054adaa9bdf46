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
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { trainableParam } from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  scoreMode: {
    type: 'choice',
    default: 'dot',
    choices: ['dot', 'concat'],
    doc: {
      en: 'How a query is compared with a key. dot: their product. concat: the tanh of their sum, summed.',
      'zh-CN': '查询与键如何比较。dot：两者的点积。concat：两者之和取 tanh 再求和。',
    },
  },
  useScale: {
    type: 'boolean',
    default: false,
    doc: {
      en: 'Multiplies the comparison by a number that is trained, 1 at first.',
      'zh-CN': '比较结果乘以一个可训练的数，初始为 1。',
    },
  },
  ...attentionParams,
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = { scoreMode: 'dot', useScale: false, dropout: 0, seed: null };

/** Each step of the query gathers from the values what it attends to (Luong et al. 2015). */
export const attention = defineLayer({
  kind: 'attention',
  title: 'Attention',
  gloss: '点积注意力层',
  family: 'attention',
  pictogram: 'attn',
  doc: {
    en: 'Each step of the query takes a mean of the values, weighted by how well their keys match it. One input is query, value and key at once.',
    'zh-CN':
      '查询的每一步取各值的加权平均，权重取决于键与它的匹配程度。只有一个输入时兼作查询、值和键。',
  },
  link: 'https://keras.io/api/layers/attention_layers/attention/',
  params,
  inputs: attentionInputs,
  outputShape: (inputs) => {
    const shapes = attentionShapes(inputs);
    const problem = checkSteps('Attention', shapes) ?? checkSizes('Attention', shapes);
    return problem ? fail(problem) : ok([[shapes.query[0] ?? null, shapes.value[1] ?? null]]);
  },
  weights: (_inputs, { scoreMode, useScale, trainable }) => [
    ...(useScale ? [{ name: 'scale', shape: [], trainable }] : []),
    ...(scoreMode === 'concat' ? [{ name: 'concat_score_weight', shape: [], trainable }] : []),
  ],
  multiplyAdds: (inputs) => {
    const { query, value } = attentionShapes(inputs);
    return (query[0] ?? 1) * (value[0] ?? 1) * ((query[1] ?? 1) + (value[1] ?? 1));
  },
  mask: (_values, inputCount) => attentionMask(inputCount),
  highlights: ({ scoreMode, useCausalMask }) => [
    ...(scoreMode === 'dot' ? [] : [scoreMode]),
    ...(useCausalMask ? ['causal'] : []),
  ],
  tfjs: (values) =>
    fromModule(
      tfjsCall('attention', params, values, { ...libraryDefaults, useCausalMask: false }),
      'attention',
    ),
  keras: (values) =>
    applied(kerasCall('layers.Attention', params, values, libraryDefaults), 'list'),
  differences: attentionDifference,
  messages: attentionMessages,
});
