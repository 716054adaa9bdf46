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
import {
  forgetBiasParam,
  recurrentActivation,
  recurrentMain,
  recurrentRest,
} from '#shared/layers/recurrent/recurrentParams.ts';

const cell: Cell = { title: 'LSTM', gates: 4, states: 2 };

const params = {
  ...recurrentMain,
  ...recurrentActivation,
  unitForgetBias: forgetBiasParam,
  ...recurrentRest,
} as const satisfies ParamTable;

/** Long short-term memory (Hochreiter and Schmidhuber 1997): (batch, steps, features) → (batch, units), or (batch, steps, units). */
export const lstm = defineLayer({
  kind: 'lstm',
  title: 'LSTM',
  gloss: '长短期记忆层',
  family: 'recurrent',
  pictogram: 'rnn',
  doc: {
    en: 'Reads a sequence step by step; gates decide what it keeps and what it forgets, so it remembers for long.',
    'zh-CN': '逐步读取序列；由门决定记住和遗忘什么，因此能记得很久。',
  },
  link: 'https://keras.io/api/layers/recurrent_layers/lstm/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => recurrentShapes(cell, input, values),
  weights: ([input = []], values) => recurrentWeights(cell, input, values),
  multiplyAdds: ([input = []], values) => recurrentMultiplyAdds(cell, input, values),
  mask: ({ returnSequences }) => (returnSequences ? 'usesAndKeeps' : 'uses'),
  highlights: recurrentHighlights,
  explain: ([input = []], values) => explainRecurrent(input, values),
  tfjs: (values) =>
    recurrentTfjs('lstm', params, values, {
      ...recurrentDefaults,
      recurrentActivation: 'hardSigmoid',
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  keras: (values) =>
    recurrentKeras('layers.LSTM', params, values, {
      ...recurrentDefaults,
      recurrentActivation: 'sigmoid',
      unitForgetBias: true,
      kernelInitializer: { kind: 'glorotUniform' },
    }),
  differences: recurrentDifference,
});
