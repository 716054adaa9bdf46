import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValue } from '#shared/layers/params.ts';

const link = 'https://arxiv.org/abs/1505.04597';
const filters = { layer: 'conv2d', param: 'filters', default: 64 } as const;

function twice(build: GraphBuilder, from: Port, count: ParamValue): Port {
  const values = { filters: count, padding: 'same', activation: 'relu' };
  return build.layer('conv2d', values, build.layer('conv2d', values, from));
}

/** Two convolutions; first output as large as the input, for `unetUp`, second half as large. */
export const unetDown: ReadyBlock = {
  title: { en: 'U-Net, down', 'zh-CN': 'U-Net 下采样块' },
  doc: {
    en: 'Two 3×3 convolutions and a pooling. The first output skips to the way up, the second goes further down.',
    'zh-CN': '两个 3×3 卷积和一个池化。第一个输出跳接到上采样一侧，第二个继续向下。',
  },
  link,
  block: defineBlock({
    id: 'unet_down',
    params: { filters },
    inputs: [[128, 128, 3]],
    graph(build, [input], params) {
      const skip = twice(build, input, params.filters);
      return [skip, build.layer('maxPooling2d', { poolSize: [2, 2] }, skip)];
    },
  }),
};

/** Twice as large, joined to what `unetDown` kept, two convolutions. */
export const unetUp: ReadyBlock = {
  title: { en: 'U-Net, up', 'zh-CN': 'U-Net 上采样块' },
  doc: {
    en: 'Doubles height and width, joins what skipped over (second input), and convolves twice.',
    'zh-CN': '把高和宽放大一倍，与跳接来的特征（第二个输入）拼接，再做两次卷积。',
  },
  link,
  block: defineBlock({
    id: 'unet_up',
    params: { filters },
    inputs: [
      [64, 64, 128],
      [128, 128, 64],
    ],
    graph(build, [input, skip = input], params) {
      const larger = build.layer(
        'conv2dTranspose',
        { filters: params.filters, kernelSize: [2, 2], strides: [2, 2], padding: 'same' },
        input,
      );
      const joined = build.layer('concatenate', {}, [skip, larger]);
      return twice(build, joined, params.filters);
    },
  }),
};
