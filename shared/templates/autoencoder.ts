import { architecture, digits, square } from '#shared/templates/architecture.ts';

/** Each digit through 7 × 7 × 8 = 392 numbers, half of its pixels, and back: it is its own target. 3,217 parameters. */
export const autoencoder = architecture({
  id: 'autoencoder',
  title: { en: 'Convolutional autoencoder', 'zh-CN': '卷积自编码器' },
  doc: { en: 'Learns to make digits small and large again', 'zh-CN': '学习把数字压缩再还原' },
  category: 'images',
  losses: { copy: 'meanSquaredError' },
  metrics: ['meanAbsoluteError'],
  data: { ...digits, bindings: { inputs: { image: ['image'] }, outputs: { copy: 'image' } } },
  training: { batchSize: 128, epochs: 5 },
  draw(build) {
    const half = { strides: square(2), padding: 'same', activation: 'relu' };
    let x = build.input([28, 28, 1], 'image');
    for (const filters of [16, 8]) x = build.layer('conv2d', { filters, ...half }, x);
    for (const filters of [8, 16]) x = build.layer('conv2dTranspose', { filters, ...half }, x);
    const last = { filters: 1, padding: 'same', activation: 'sigmoid' };
    build.output(build.layer('conv2d', last, x), 'copy');
  },
});
