import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { ReadyBlock } from '#shared/blocks/readyBlock.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValue, ParamValues } from '#shared/layers/params.ts';

/** As in the published networks (Keras applications). */
const normalized: ParamValues = { epsilon: 1.001e-5 };
/** The basic block has no biases, which the normalization after it would take away again; Keras's bottleneck has them. */
const unbiased: ParamValues = { useBias: false };
const link = 'https://arxiv.org/abs/1512.03385';

const filters = { layer: 'conv2d', param: 'filters', default: 64 } as const;
const strides = { layer: 'conv2d', param: 'strides', default: [2, 2] } as const;

function convolve(
  build: GraphBuilder,
  from: Port,
  params: ParamValues & { readonly filters: ParamValue },
): Port {
  const convolved = build.layer('conv2d', { padding: 'same', ...params }, from);
  return build.layer('batchNormalization', normalized, convolved);
}

function relu(build: GraphBuilder, from: Port): Port {
  return build.layer('activation', { activation: 'relu' }, from);
}

function join(build: GraphBuilder, way: Port, shortcut: Port): Port {
  return relu(build, build.layer('add', {}, [shortcut, way]));
}

/** Two convolutions of 3 × 3, added to what came in: (batch, height, width, filters), the shape stays. */
export const residualBasic: ReadyBlock = {
  title: { en: 'Residual, basic', 'zh-CN': '残差块（基本）' },
  doc: {
    en: 'Two 3×3 convolutions whose result is added to the input, which has as many channels as the block has filters.',
    'zh-CN': '两个 3×3 卷积，结果与输入相加；输入的通道数须等于滤波器数。',
  },
  link,
  block: defineBlock({
    id: 'residual_basic',
    params: { filters },
    inputs: [[56, 56, 64]],
    graph(build, [input], params) {
      const first = relu(build, convolve(build, input, { ...unbiased, filters: params.filters }));
      return join(build, convolve(build, first, { ...unbiased, filters: params.filters }), input);
    },
  }),
};

/** As `residualBasic`, with strides and another number of channels: the shortcut is a convolution of 1 × 1. */
export const residualBasicDown: ReadyBlock = {
  title: { en: 'Residual, basic, smaller', 'zh-CN': '残差块（基本，缩小）' },
  doc: {
    en: 'Two 3×3 convolutions, the first with strides, added to the input brought to the same shape by a 1×1 convolution.',
    'zh-CN': '两个 3×3 卷积，第一个带步幅；输入经 1×1 卷积变成同样的形状后相加。',
  },
  link,
  block: defineBlock({
    id: 'residual_basic_down',
    params: { filters: { ...filters, default: 128 }, strides },
    inputs: [[56, 56, 64]],
    graph(build, [input], params) {
      const shortcut = convolve(build, input, {
        ...params,
        ...unbiased,
        kernelSize: [1, 1],
        padding: 'valid',
      });
      const first = relu(build, convolve(build, input, { ...params, ...unbiased }));
      return join(
        build,
        convolve(build, first, { ...unbiased, filters: params.filters }),
        shortcut,
      );
    },
  }),
};

/** 1 × 1, 3 × 3, 1 × 1, added to what came in: (batch, height, width, wide), the shape stays. */
export const residualBottleneck: ReadyBlock = {
  title: { en: 'Residual, bottleneck', 'zh-CN': '残差块（瓶颈）' },
  doc: {
    en: 'A 1×1 convolution to few channels, one of 3×3, and a 1×1 back to many, added to the input.',
    'zh-CN': '先用 1×1 卷积减少通道，再 3×3 卷积，最后用 1×1 卷积恢复通道，并与输入相加。',
  },
  link,
  block: defineBlock({
    id: 'residual_bottleneck',
    params: { filters, wide: { ...filters, default: 256 } },
    inputs: [[56, 56, 256]],
    graph(build, [input], params) {
      return join(build, bottleneck(build, input, params, {}), input);
    },
  }),
};

/** As `residualBottleneck`, with strides and another number of channels. */
export const residualBottleneckDown: ReadyBlock = {
  title: { en: 'Residual, bottleneck, smaller', 'zh-CN': '残差块（瓶颈，缩小）' },
  doc: {
    en: 'A bottleneck with strides, added to the input brought to the same shape by a 1×1 convolution.',
    'zh-CN': '带步幅的瓶颈；输入经 1×1 卷积变成同样的形状后相加。',
  },
  link,
  block: defineBlock({
    id: 'residual_bottleneck_down',
    params: { filters, wide: { ...filters, default: 256 }, strides },
    inputs: [[56, 56, 64]],
    graph(build, [input], { strides: step, ...params }) {
      const shortcut = convolve(build, input, {
        filters: params.wide,
        kernelSize: [1, 1],
        strides: step,
        padding: 'valid',
      });
      return join(build, bottleneck(build, input, params, { strides: step }), shortcut);
    },
  }),
};

function bottleneck(
  build: GraphBuilder,
  input: Port,
  { filters: few, wide }: { readonly filters: ParamValue; readonly wide: ParamValue },
  first: ParamValues,
): Port {
  const one: ParamValues = { kernelSize: [1, 1], padding: 'valid' };
  const narrow = relu(build, convolve(build, input, { ...one, ...first, filters: few }));
  const middle = relu(build, convolve(build, narrow, { filters: few }));
  return convolve(build, middle, { ...one, filters: wide });
}
