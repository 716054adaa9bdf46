import { architecture, digits, square } from '#shared/templates/architecture.ts';

/** LeCun and others 1998, with all channels connected and a softmax: 61,706 parameters. */
export const lenet5 = architecture({
  id: 'lenet5',
  title: { en: 'LeNet-5', 'zh-CN': 'LeNet-5' },
  doc: {
    en: 'The first convolutional network that read digits',
    'zh-CN': '最早识别数字的卷积网络',
  },
  losses: { digit: 'sparseCategoricalCrossentropy' },
  metrics: ['accuracy'],
  data: digits,
  training: { batchSize: 64, epochs: 5 },
  draw(build) {
    const tanh = { activation: 'tanh' };
    const image = build.input([28, 28, 1], 'image');
    const five = { kernelSize: square(5), ...tanh };
    const first = build.layer('conv2d', { filters: 6, ...five, padding: 'same' }, image);
    const pooled = build.layer('averagePooling2d', { poolSize: square(2) }, first);
    const second = build.layer('conv2d', { filters: 16, ...five }, pooled);
    const small = build.layer('averagePooling2d', { poolSize: square(2) }, second);
    const wide = build.layer('dense', { units: 120, ...tanh }, build.layer('flatten', {}, small));
    const narrow = build.layer('dense', { units: 84, ...tanh }, wide);
    build.output(build.layer('dense', { units: 10, activation: 'softmax' }, narrow), 'digit');
  },
});
