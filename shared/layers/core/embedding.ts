import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { ok } from '#shared/problems/problem.ts';

const params = {
  inputDim: {
    type: 'integer',
    default: 10_000,
    min: 1,
    doc: {
      en: 'Size of the vocabulary: one more than the largest number that can come.',
      'zh-CN': '词表大小：比可能出现的最大编号多 1。',
    },
  },
  outputDim: {
    type: 'integer',
    default: 64,
    min: 1,
    doc: {
      en: 'Length of the vector of each word. Longer ones can tell more apart.',
      'zh-CN': '每个词的向量长度。越长能区分得越细。',
    },
  },
  maskZero: {
    type: 'boolean',
    default: false,
    advanced: true,
    doc: {
      en: 'Number 0 is padding: recurrent layers and attention skip it, other layers take it like any number.',
      'zh-CN': '编号 0 表示填充：循环层和注意力层会跳过它，其他层把它当作普通的数。',
    },
  },
  embeddingsInitializer: initializerParam(weightNames.embeddings, 'randomUniform'),
  embeddingsRegularizer: regularizerParam(weightNames.embeddings),
  embeddingsConstraint: constraintParam(weightNames.embeddings),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  maskZero: false,
  embeddingsInitializer: { kind: 'randomUniform' },
};

/** Looks up a trained vector for each number: (batch, steps) → (batch, steps, outputDim). */
export const embedding = defineLayer({
  kind: 'embedding',
  title: 'Embedding',
  gloss: '嵌入层',
  family: 'core',
  pictogram: 'embed',
  doc: {
    en: 'Turns each whole number (a word, a category) into a vector that is trained.',
    'zh-CN': '把每个整数（词或类别）变成一个可训练的向量。',
  },
  link: 'https://keras.io/api/layers/core_layers/embedding/',
  params,
  inputs: { min: 1, max: 1, ranks: [1, 2, 3, 4], integers: true },
  outputShape: ([input = []], { outputDim }) => ok([[...input, outputDim]]),
  weights: (_inputs, { inputDim, outputDim, trainable }) => [
    { name: 'embeddings', shape: [inputDim, outputDim], trainable },
  ],
  multiplyAdds: () => 0,
  mask: ({ maskZero }) => (maskZero ? 'makes' : null),
  highlights: ({ inputDim, outputDim }) => [`${inputDim} → ${outputDim}`],
  explain: (_inputs, { outputDim }) => [
    {
      label: { en: 'Last axis', 'zh-CN': '最后一个轴' },
      formula: 'outputDim',
      result: String(outputDim),
    },
  ],
  tfjs: (values) => tfjsCall('layers.embedding', params, values, libraryDefaults),
  keras: (values) => kerasCall('layers.Embedding', params, values, libraryDefaults),
  messages: {
    'embedding.floatInput': {
      en: {
        sentence: 'Embedding looks up whole numbers, and decimals arrive.',
        cause: 'Everything after the decimal point is dropped without a word.',
        remedy:
          'Set dtype of the input layer to int32, and put nothing that computes between them.',
      },
      'zh-CN': {
        sentence: 'Embedding 按整数查表，而到来的是小数。',
        cause: '小数点后的部分会被直接丢弃。',
        remedy: '请把输入层的 dtype 设为 int32，并且两者之间不要放置会计算的层。',
      },
    },
  },
});
