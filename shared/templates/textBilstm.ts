import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import { architecture } from '#shared/templates/architecture.ts';

/** Schuster and Paliwal 1997 with the cells of Hochreiter and Schmidhuber: texts read from both ends. 5,873 parameters. */
export const textBilstm = architecture({
  id: 'text-bilstm',
  title: { en: 'Text, BiLSTM', 'zh-CN': '文本双向 LSTM' },
  doc: { en: 'Reads texts forwards and backwards', 'zh-CN': '正向和反向阅读文本' },
  category: 'text',
  losses: { label: 'binaryCrossentropy' },
  metrics: ['accuracy'],
  data: {
    source: {
      kind: 'generatedText',
      params: { texts: 2000, length: 20, vocabulary: 100, seed: 1 },
    },
    split: { ...emptyRecipe.split, validationFraction: 0.15, testFraction: 0.15 },
    bindings: { inputs: { tokens: ['tokens'] }, outputs: { label: 'label' } },
  },
  training: { optimizer: { kind: 'adam', params: { learningRate: 0.005 } } },
  draw(build) {
    let x = build.input([20], 'tokens', 'int32');
    // Token 0 fills the place before shorter texts.
    x = build.layer('embedding', { inputDim: 101, outputDim: 16 }, x);
    x = build.layer('lstm', { units: 16, bidirectional: true }, x);
    build.output(build.layer('dense', { units: 1, activation: 'sigmoid' }, x), 'label');
  },
});
