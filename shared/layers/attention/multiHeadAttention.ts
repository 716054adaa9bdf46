import {
  applied,
  attentionDifference,
  attentionInputs,
  attentionMask,
  attentionMessages,
  attentionParams,
  attentionShapes,
  checkSteps,
} from '#shared/layers/attention/attentionInputs.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  useBiasParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok } from '#shared/problems/problem.ts';

const params = {
  numHeads: {
    type: 'integer',
    default: 4,
    min: 1,
    doc: {
      en: 'How many heads look at once. Each can attend to something else.',
      'zh-CN': '同时观察的头数，每个头可以关注不同的内容。',
    },
  },
  keyDim: {
    type: 'integer',
    default: 16,
    min: 1,
    doc: {
      en: 'Length of a query and of a key within each head. Often the features ÷ numHeads.',
      'zh-CN': '每个头中查询和键的长度，常取特征数 ÷ numHeads。',
    },
  },
  valueDim: {
    type: 'integer',
    default: null,
    optional: true,
    min: 1,
    advanced: true,
    doc: {
      en: 'Length of a value within each head. None: as keyDim.',
      'zh-CN': '每个头中值的长度。留空则与 keyDim 相同。',
    },
  },
  ...attentionParams,
  useBias: useBiasParam,
  kernelInitializer: initializerParam(weightNames.kernel, 'glorotUniform'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  kernelRegularizer: regularizerParam(weightNames.kernel),
  biasRegularizer: regularizerParam(weightNames.bias),
  kernelConstraint: constraintParam(weightNames.kernel),
  biasConstraint: constraintParam(weightNames.bias),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  valueDim: null,
  dropout: 0,
  seed: null,
  kernelInitializer: { kind: 'glorotUniform' },
  biasInitializer: { kind: 'zeros' },
};

/** Each step of the query gathers from the values what it attends to, with several heads (Vaswani et al. 2017). */
export const multiHeadAttention = defineLayer({
  kind: 'multiHeadAttention',
  title: 'MultiHeadAttention',
  gloss: '多头注意力层',
  family: 'attention',
  pictogram: 'attn',
  doc: {
    en: 'Each step looks at all steps and takes what fits it, with several heads at once. One input is self-attention; else query, value and key.',
    'zh-CN':
      '每一步观察所有步并取其所需，由多个头同时进行。只有一个输入即自注意力；否则依次为查询、值、键。',
  },
  link: 'https://keras.io/api/layers/attention_layers/multi_head_attention/',
  params,
  inputs: attentionInputs,
  outputShape: (inputs) => {
    const shapes = attentionShapes(inputs);
    const { query, value, key } = shapes;
    const problem =
      checkSteps('MultiHeadAttention', shapes) ??
      [query, value, key]
        .map((shape) => requireSize('MultiHeadAttention', shape, 1))
        .find((found) => found !== null);
    return problem ? fail(problem) : ok([query]);
  },
  weights: (inputs, { numHeads, keyDim, valueDim, useBias, trainable }) => {
    const { query, value, key } = attentionShapes(inputs);
    const size = valueDim ?? keyDim;
    const features = query[1] ?? 1;
    const projection = (name: string, from: readonly number[], to: readonly number[]) => [
      { name: `${name}/kernel`, shape: [...from, ...to], trainable },
      ...(useBias ? [{ name: `${name}/bias`, shape: to, trainable }] : []),
    ];
    return [
      ...projection('query', [features], [numHeads, keyDim]),
      ...projection('key', [key[1] ?? 1], [numHeads, keyDim]),
      ...projection('value', [value[1] ?? 1], [numHeads, size]),
      ...projection('attention_output', [numHeads, size], [features]),
    ];
  },
  multiplyAdds: (inputs, { numHeads, keyDim, valueDim }) => {
    const { query, value, key } = attentionShapes(inputs);
    const size = valueDim ?? keyDim;
    const [steps, seen] = [query[0] ?? 1, value[0] ?? 1];
    const projections =
      2 * steps * (query[1] ?? 1) * keyDim +
      seen * ((key[1] ?? 1) * keyDim + (value[1] ?? 1) * size);
    return numHeads * (projections + steps * seen * (keyDim + size));
  },
  mask: (_values, inputCount) => attentionMask(inputCount),
  highlights: ({ numHeads, keyDim, useCausalMask }) => [
    `${numHeads}×${keyDim}`,
    ...(useCausalMask ? ['causal'] : []),
  ],
  tfjs: (values) =>
    fromModule(
      tfjsCall('multiHeadAttention', params, values, {
        ...libraryDefaults,
        useCausalMask: false,
        kernelInitializer: { kind: 'glorotNormal' },
      }),
      'multiHeadAttention',
    ),
  keras: (values) =>
    applied(kerasCall('layers.MultiHeadAttention', params, values, libraryDefaults), 'arguments'),
  differences: {
    en: `${attentionDifference.en} Keras on JAX fails where valueDim is not keyDim and there is no dropout; on TensorFlow it does not.`,
    'zh-CN': `${attentionDifference['zh-CN']}valueDim 与 keyDim 不同且没有 dropout 时，Keras 的 JAX 后端会出错；TensorFlow 后端不会。`,
  },
  messages: attentionMessages,
});
