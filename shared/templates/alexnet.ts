import { architecture, square } from '#shared/templates/architecture.ts';

/** Krizhevsky 2014 ("one weird trick", one tower, as torchvision has it): 61,100,840 parameters. */
export const alexnet = architecture({
  id: 'alexnet',
  title: { en: 'AlexNet', 'zh-CN': 'AlexNet' },
  doc: { en: 'The network that began the age of deep learning', 'zh-CN': '开启深度学习时代的网络' },
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const relu = { activation: 'relu' };
    const pool = { poolSize: square(3), strides: square(2) };
    const same = { padding: 'same', ...relu };
    const image = build.input([224, 224, 3], 'image');
    let x = build.layer('zeroPadding2d', { padding: [2, 2, 2, 2] }, image);
    x = build.layer(
      'conv2d',
      { filters: 64, kernelSize: square(11), strides: square(4), ...relu },
      x,
    );
    x = build.layer('maxPooling2d', pool, x);
    x = build.layer('conv2d', { filters: 192, kernelSize: square(5), ...same }, x);
    x = build.layer('maxPooling2d', pool, x);
    for (const filters of [384, 256, 256]) x = build.layer('conv2d', { filters, ...same }, x);
    x = build.layer('flatten', {}, build.layer('maxPooling2d', pool, x));
    for (const units of [4096, 4096]) {
      x = build.layer('dense', { units, ...relu }, build.layer('dropout', {}, x));
    }
    build.output(build.layer('dense', { units: 1000, activation: 'softmax' }, x), 'label');
  },
});
