import { denseConvolution } from '#shared/blocks/denseConvolution.ts';
import type { Port } from '#shared/graph/graph.ts';
import { architecture, square } from '#shared/templates/architecture.ts';

const epsilon = 1.001e-5;

/** Huang and others 2016, as keras.applications.DenseNet121: 8,062,504 parameters. */
export const densenet121 = architecture({
  id: 'densenet121',
  title: { en: 'DenseNet-121', 'zh-CN': 'DenseNet-121' },
  doc: {
    en: 'Every step sees the channels of all steps before it',
    'zh-CN': '每一步都能看到之前所有步的通道',
  },
  blocks: [denseConvolution.block],
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const relu = (from: Port) => build.layer('activation', { activation: 'relu' }, from);
    const norm = (from: Port) => build.layer('batchNormalization', { epsilon }, from);
    let x = build.input([224, 224, 3], 'image');
    x = build.layer('zeroPadding2d', { padding: [3, 3, 3, 3] }, x);
    const seven = { filters: 64, kernelSize: square(7), strides: square(2), useBias: false };
    x = build.layer('zeroPadding2d', {}, relu(norm(build.layer('conv2d', seven, x))));
    x = build.layer('maxPooling2d', { poolSize: square(3), strides: square(2) }, x);
    let channels = 64;
    [6, 12, 24, 16].forEach((steps, index, all) => {
      for (let step = 1; step <= steps; step += 1) {
        [x] = build.block(denseConvolution.block, {}, x, `conv${index + 2}_block${step}`);
      }
      channels += 32 * steps;
      x = relu(norm(x));
      if (index === all.length - 1) return;
      channels /= 2;
      const half = { filters: channels, kernelSize: square(1), useBias: false };
      x = build.layer('conv2d', half, x, `pool${index + 2}_conv`);
      x = build.layer('averagePooling2d', { poolSize: square(2) }, x, `pool${index + 2}_pool`);
    });
    const means = build.layer('globalAveragePooling2d', {}, x);
    build.output(
      build.layer('dense', { units: 1000, activation: 'softmax' }, means, 'predictions'),
      'label',
    );
  },
});
