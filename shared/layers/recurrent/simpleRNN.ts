import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainRecurrent,
  recurrentDefaults,
  recurrentDifference,
  recurrentHighlights,
  recurrentKeras,
  recurrentMultiplyAdds,
  recurrentShapes,
  recurrentTfjs,
  recurrentWeights,
} from '#shared/layers/recurrent/recurrentLayer.ts';
import type { Cell } from '#shared/layers/recurrent/recurrentLayer.ts';
import { recurrentMain, recurrentRest } from '#shared/layers/recurrent/recurrentParams.ts';

const cell: Cell = { title: 'SimpleRNN', gates: 1, states: 1 };

const params = {
  ...recurrentMain,
  ...recurrentRest,
} as const satisfies ParamTable;

/** The plainest recurrent layer: (batch, steps, features) → (batch, units), or (batch, steps, units). */
export const simpleRNN = defineLayer({
  kind: 'simpleRNN',
  title: 'SimpleRNN',
  gloss: '简单循环层',
  family: 'recurrent',
  pictogram: 'rnn',
  doc: {
    en: 'Reads a sequence step by step and remembers a vector. Simple, and forgets quickly.',
    'zh-CN': '逐步读取序列并记住一个向量。结构简单，但很快会遗忘。',
  },
  link: 'https://keras.io/api/layers/recurrent_layers/simple_rnn/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => recurrentShapes(cell, input, values),
  weights: ([input = []], values) => recurrentWeights(cell, input, values),
  multiplyAdds: ([input = []], values) => recurrentMultiplyAdds(cell, input, values),
  mask: ({ returnSequences }) => (returnSequences ? 'usesAndKeeps' : 'uses'),
  highlights: recurrentHighlights,
  explain: ([input = []], values) => explainRecurrent(input, values),
  tfjs: (values) =>
    recurrentTfjs('simpleRNN', params, values, {
      ...recurrentDefaults,
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    recurrentKeras('layers.SimpleRNN', params, values, {
      ...recurrentDefaults,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: recurrentDifference,
});
