import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import { architecture } from '#shared/templates/architecture.ts';

/** As Kim 2014, with one width of kernel: is there anywhere in the mail a group of five words like these? 170,369 parameters. */
export const spamCnn = architecture({
  id: 'spam-cnn',
  title: { en: 'Spam, convolutions', 'zh-CN': '卷积识别垃圾邮件' },
  doc: { en: 'Finds groups of words that only spam has', 'zh-CN': '找出垃圾邮件特有的词组' },
  category: 'text',
  losses: { label: 'binaryCrossentropy' },
  metrics: ['accuracy', 'precision', 'recall'],
  data: {
    source: { kind: 'spamMail', params: {} },
    steps: [
      {
        kind: 'tokenizeWords',
        features: ['text'],
        params: { vocabularySize: 5000, padding: 'start' },
      },
    ],
    split: {
      ...emptyRecipe.split,
      method: 'stratified',
      validation: 'split',
      validationFraction: 0.15,
      testFraction: 0.15,
    },
    bindings: { inputs: { text: ['text'] }, outputs: { label: 'label' } },
  },
  training: { epochs: 5 },
  draw(build) {
    let x = build.input([100], 'text', 'int32');
    x = build.layer('embedding', { inputDim: 5000, outputDim: 32 }, x);
    x = build.layer('conv1d', { filters: 64, kernelSize: 5, activation: 'relu' }, x);
    x = build.layer('globalMaxPooling1d', {}, x);
    x = build.layer('dropout', {}, x);
    build.output(build.layer('dense', { units: 1, activation: 'sigmoid' }, x), 'label');
  },
});
