import { withArguments } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import {
  explainRecurrent,
  inBidirectional,
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
  recurrentActivation,
  recurrentMain,
  recurrentRest,
} from '#shared/layers/recurrent/recurrentParams.ts';

const cell: Cell = { title: 'GRU', gates: 3, states: 1 };

const params = {
  ...recurrentMain,
  ...recurrentActivation,
  ...recurrentRest,
} as const satisfies ParamTable;

/** Gated recurrent unit (Cho et al. 2014): (batch, steps, features) → (batch, units), or (batch, steps, units). */
export const gru = defineLayer({
  kind: 'gru',
  title: 'GRU',
  gloss: '门控循环层',
  family: 'recurrent',
  pictogram: 'rnn',
  doc: {
    en: 'Like LSTM with fewer weights: two gates decide what is kept from step to step.',
    'zh-CN': '类似 LSTM 但权重更少：由两个门决定步与步之间保留什么。',
  },
  link: 'https://keras.io/api/layers/recurrent_layers/gru/',
  params,
  inputs: { min: 1, max: 1, ranks: [2] },
  outputShape: ([input = []], values) => recurrentShapes(cell, input, values),
  weights: ([input = []], values) => recurrentWeights(cell, input, values),
  multiplyAdds: ([input = []], values) => recurrentMultiplyAdds(cell, input, values),
  mask: ({ returnSequences }) => (returnSequences ? 'usesAndKeeps' : 'uses'),
  highlights: recurrentHighlights,
  explain: ([input = []], values) => explainRecurrent(input, values),
  tfjs: (values) =>
    recurrentTfjs('gru', params, values, {
      ...recurrentDefaults,
      recurrentActivation: 'hardSigmoid',
      kernelInitializer: { kind: 'glorotNormal' },
    }),
  // tfjs knows only the original form, Keras takes another unless told.
  keras: (values) => {
    const call = recurrentKeras(
      'layers.GRU',
      params,
      { ...values, bidirectional: false },
      {
        ...recurrentDefaults,
        recurrentActivation: 'sigmoid',
        kernelInitializer: { kind: 'glorotUniform' },
      },
    );
    const original = withArguments(call, { reset_after: false }, { reset_after: true });
    return values.bidirectional ? inBidirectional(original, values) : original;
  },
  differences: {
    en: `tfjs has only the original GRU, so the Keras code says reset_after=False. ${recurrentDifference.en}`,
    'zh-CN': `tfjs 只有最初形式的 GRU，因此 Keras 代码写明 reset_after=False。${recurrentDifference['zh-CN']}`,
  },
});
