import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';

/** Weighs the channels by what the whole picture shows: (batch, height, width, channels), the shape stays. */
export const squeezeExcitation: ReadyBlock = {
  title: { en: 'Squeeze and excitation', 'zh-CN': '挤压与激励块' },
  doc: {
    en: 'Each channel is multiplied by a weight between 0 and 1 that two small dense layers find from the means of all channels.',
    'zh-CN': '由两个小的全连接层根据各通道的均值算出 0 到 1 的权重，再乘到每个通道上。',
  },
  link: 'https://arxiv.org/abs/1709.01507',
  block: defineBlock({
    id: 'squeeze_excitation',
    params: {
      channels: { layer: 'dense', param: 'units', default: 64 },
      reduced: { layer: 'dense', param: 'units', default: 4 },
    },
    inputs: [[28, 28, 64]],
    graph(build, [input], { channels, reduced }) {
      const means = build.layer('globalAveragePooling2d', {}, input, 'squeeze');
      const few = build.layer('dense', { units: reduced, activation: 'relu' }, means, 'reduce');
      const weights = build.layer(
        'dense',
        { units: channels, activation: 'sigmoid' },
        few,
        'excite',
      );
      const spread = build.layer('reshape', { targetShape: [1, 1, -1] }, weights);
      return build.layer('multiply', {}, [input, spread]);
    },
  }),
};
