import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import {
  constraintParam,
  initializerParam,
  regularizerParam,
  trainableParam,
  weightNames,
} from '#shared/layers/weightParams.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import { knownElementCount } from '#shared/shape/shape.ts';

const params = {
  maxLength: {
    type: 'integer',
    default: 512,
    min: 1,
    doc: {
      en: 'How many steps a sequence may have; each has a vector of its own.',
      'zh-CN': '序列最多可有多少步，每一步都有自己的向量。',
    },
  },
  embeddingsInitializer: initializerParam(weightNames.embeddings, 'randomUniform'),
  embeddingsRegularizer: regularizerParam(weightNames.embeddings),
  embeddingsConstraint: constraintParam(weightNames.embeddings),
  trainable: trainableParam,
} as const satisfies ParamTable;

const libraryDefaults: ParamValues = {
  maxLength: 512,
  embeddingsInitializer: { kind: 'randomUniform' },
};

/** Adds a trained vector to each step: (batch, steps, features), the shape stays. */
export const positionEmbedding = defineLayer({
  kind: 'positionEmbedding',
  title: 'PositionEmbedding',
  gloss: '位置嵌入层',
  family: 'attention',
  pictogram: 'position',
  doc: {
    en: 'Adds to each step a vector that is trained and tells where the step stands: attention itself takes no notice of order.',
    'zh-CN': '为每一步加上一个可训练的向量以表明其位置：注意力本身不关心顺序。',
  },
  link: 'https://keras.io/keras_hub/api/modeling_layers/position_embedding/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], { maxLength }) => {
    const problem = requireSize('PositionEmbedding', input, 1);
    if (problem) return fail(problem);
    const steps = input[0] ?? null;
    if (steps === null || steps <= maxLength) return ok([input]);
    return refuse<ParamPatch>(
      'positionEmbedding.tooLong',
      { steps, maxLength },
      {
        fixes: [
          {
            title: { en: `Set maxLength to ${steps}`, 'zh-CN': `把 maxLength 设为 ${steps}` },
            params: { maxLength: steps },
          },
        ],
      },
    );
  },
  weights: ([input = []], { maxLength, trainable }) => [
    { name: 'embeddings', shape: [maxLength, input[1] ?? 1], trainable },
  ],
  multiplyAdds: ([input = []]) => knownElementCount(input),
  mask: () => 'keeps',
  highlights: ({ maxLength }) => [String(maxLength)],
  tfjs: (values) =>
    fromModule(
      tfjsCall('positionEmbedding', params, values, libraryDefaults),
      'positions',
      'positionEmbedding',
    ),
  keras: (values) =>
    fromModule(
      kerasCall('PositionEmbedding', params, values, libraryDefaults),
      'positions',
      'PositionEmbedding',
    ),
  differences: {
    en: 'Neither tfjs nor Keras has it; the code here brings a layer of its own for both.',
    'zh-CN': 'tfjs 和 Keras 都没有这个层；这里的代码为两者各自带一个。',
  },
  messages: {
    'positionEmbedding.tooLong': {
      en: {
        sentence: 'A sequence of {steps} steps is longer than maxLength.',
        cause: 'There are vectors for {maxLength} steps only.',
      },
      'zh-CN': {
        sentence: '{steps} 步的序列超过了 maxLength。',
        cause: '只有 {maxLength} 步有向量。',
      },
    },
  },
});
