import { architecture, square } from '#shared/templates/architecture.ts';

/** Simonyan and Zisserman 2014, as keras.applications.VGG16: 138,357,544 parameters. */
export const vgg16 = architecture({
  id: 'vgg16',
  title: { en: 'VGG16', 'zh-CN': 'VGG16' },
  doc: {
    en: 'Thirteen 3×3 convolutions, one after the other',
    'zh-CN': '依次相连的 13 个 3×3 卷积',
  },
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const relu = { activation: 'relu' };
    let x = build.input([224, 224, 3], 'image');
    const stages = [
      [2, 64],
      [2, 128],
      [3, 256],
      [3, 512],
      [3, 512],
    ] as const;
    stages.forEach(([count, filters], stage) => {
      for (let index = 1; index <= count; index += 1) {
        const name = `block${stage + 1}_conv${index}`;
        x = build.layer('conv2d', { filters, padding: 'same', ...relu }, x, name);
      }
      x = build.layer('maxPooling2d', { poolSize: square(2) }, x, `block${stage + 1}_pool`);
    });
    x = build.layer('flatten', {}, x);
    x = build.layer('dense', { units: 4096, ...relu }, x, 'fc1');
    x = build.layer('dense', { units: 4096, ...relu }, x, 'fc2');
    build.output(
      build.layer('dense', { units: 1000, activation: 'softmax' }, x, 'predictions'),
      'label',
    );
  },
});
