import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValue, ParamValues } from '#shared/layers/params.ts';

/** As in the published networks (Keras applications). */
const normalized: ParamValues = { epsilon: 1e-3, momentum: 0.999 };
const link = 'https://arxiv.org/abs/1801.04381';

const expanded = { layer: 'conv2d', param: 'filters', default: 144 } as const;
const filters = { layer: 'conv2d', param: 'filters', default: 24 } as const;

function body(
  build: GraphBuilder,
  input: Port,
  params: { readonly expanded: ParamValue; readonly filters: ParamValue },
  depthwise: ParamValues,
): Port {
  const one: ParamValues = { kernelSize: [1, 1], padding: 'same', useBias: false };
  const relu6 = (from: Port) => build.layer('activation', { activation: 'relu6' }, from);
  const norm = (from: Port) => build.layer('batchNormalization', normalized, from);
  const wide = relu6(
    norm(build.layer('conv2d', { ...one, filters: params.expanded }, input, 'expand')),
  );
  const each = build.layer(
    'depthwiseConv2d',
    { padding: 'same', useBias: false, ...depthwise },
    wide,
    'depthwise',
  );
  return norm(
    build.layer('conv2d', { ...one, filters: params.filters }, relu6(norm(each)), 'project'),
  );
}

/** Wide, channel by channel, narrow again, added to what came in: (batch, height, width, filters). */
export const invertedResidual: ReadyBlock = {
  title: { en: 'Inverted residual', 'zh-CN': '倒残差块' },
  doc: {
    en: 'MobileNet’s block: many channels by a 1×1 convolution, a depthwise 3×3, few channels again, added to the input.',
    'zh-CN': 'MobileNet 的块：1×1 卷积增加通道，3×3 逐通道卷积，再减少通道并与输入相加。',
  },
  link,
  block: defineBlock({
    id: 'inverted_residual',
    params: { expanded, filters },
    inputs: [[56, 56, 24]],
    graph: (build, [input], params) =>
      build.layer('add', {}, [input, body(build, input, params, {})]),
  }),
};

/** As `invertedResidual`, with strides or another number of channels: nothing is added. */
export const invertedResidualDown: ReadyBlock = {
  title: { en: 'Inverted residual, smaller', 'zh-CN': '倒残差块（缩小）' },
  doc: {
    en: 'The same layers with strides, or for another number of channels: the input is not added.',
    'zh-CN': '同样的层，带步幅或改变通道数；不与输入相加。',
  },
  link,
  block: defineBlock({
    id: 'inverted_residual_down',
    params: {
      expanded: { ...expanded, default: 96 },
      filters,
      strides: { layer: 'depthwiseConv2d', param: 'strides', default: [2, 2] },
    },
    inputs: [[112, 112, 16]],
    graph: (build, [input], { strides, ...params }) => body(build, input, params, { strides }),
  }),
};
