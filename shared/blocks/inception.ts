import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const filters = (value: number) => ({ layer: 'conv2d', param: 'filters', default: value }) as const;

/** Four ways beside each other, joined along the channels; defaults are those of GoogLeNet's first. */
export const inception: ReadyBlock = {
  title: { en: 'Inception', 'zh-CN': 'Inception 块' },
  doc: {
    en: 'Convolutions of 1×1, 3×3 and 5×5 and a pooling beside each other; their channels are joined.',
    'zh-CN': '1×1、3×3、5×5 卷积和一个池化并列，通道拼接在一起。',
  },
  link: 'https://arxiv.org/abs/1409.4842',
  block: defineBlock({
    id: 'inception',
    params: {
      one: filters(64),
      threeReduced: filters(96),
      three: filters(128),
      fiveReduced: filters(16),
      five: filters(32),
      pooled: filters(32),
    },
    inputs: [[28, 28, 192]],
    graph(build, [input], params) {
      const convolve = (from: Port, size: number, values: ParamValues) =>
        build.layer(
          'conv2d',
          { ...values, kernelSize: [size, size], padding: 'same', activation: 'relu' },
          from,
        );
      const pool = { poolSize: [3, 3], strides: [1, 1], padding: 'same' };
      return build.layer('concatenate', {}, [
        convolve(input, 1, { filters: params.one }),
        convolve(convolve(input, 1, { filters: params.threeReduced }), 3, {
          filters: params.three,
        }),
        convolve(convolve(input, 1, { filters: params.fiveReduced }), 5, {
          filters: params.five,
        }),
        convolve(build.layer('maxPooling2d', pool, input), 1, { filters: params.pooled }),
      ]);
    },
  }),
};
