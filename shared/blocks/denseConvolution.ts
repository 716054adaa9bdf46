import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import type { Port } from '#shared/graph/graph.ts';

/** As in the published networks (Keras applications). */
const epsilon = 1.001e-5;

/** One step of a dense block: new channels, joined to all that came before. */
export const denseConvolution: ReadyBlock = {
  title: { en: 'Dense block, one step', 'zh-CN': '稠密块（一步）' },
  doc: {
    en: 'DenseNet’s step: a 1×1 and a 3×3 convolution make a few new channels, which are joined to those that came in.',
    'zh-CN': 'DenseNet 的一步：1×1 与 3×3 卷积产生少量新通道，与输入的通道拼接。',
  },
  link: 'https://arxiv.org/abs/1608.06993',
  block: defineBlock({
    id: 'dense_convolution',
    params: {
      narrow: { layer: 'conv2d', param: 'filters', default: 128 },
      growth: { layer: 'conv2d', param: 'filters', default: 32 },
    },
    inputs: [[56, 56, 64]],
    graph(build, [input], { narrow, growth }) {
      const ready = (from: Port) =>
        build.layer(
          'activation',
          { activation: 'relu' },
          build.layer('batchNormalization', { epsilon }, from),
        );
      const few = build.layer(
        'conv2d',
        { filters: narrow, kernelSize: [1, 1], useBias: false },
        ready(input),
      );
      const added = build.layer(
        'conv2d',
        { filters: growth, padding: 'same', useBias: false },
        ready(few),
      );
      return build.layer('concatenate', {}, [input, added]);
    },
  }),
};
