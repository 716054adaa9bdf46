import { defineBlock } from '#shared/blocks/readyBlock.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValue, ParamValues } from '#shared/layers/params.ts';
import { architecture, square } from '#shared/templates/architecture.ts';

/** Size of the kernel, how often, channels, strides of the first: table 1 of the paper, without its first block. */
const stages = [
  [3, 2, 24, 2],
  [5, 2, 40, 2],
  [3, 3, 80, 2],
  [5, 3, 112, 1],
  [5, 4, 192, 2],
  [3, 1, 320, 1],
] as const;

/** The weights of the published network begin spread as He and others 2015 say, by what leaves a layer. */
const start = {
  kind: 'varianceScaling',
  scale: 2,
  mode: 'fanOut',
  distribution: 'normal',
};
const plain: ParamValues = { padding: 'same', useBias: false };
const one: ParamValues = { kernelSize: square(1), padding: 'same', kernelInitializer: start };

function swish(build: GraphBuilder, from: Port): Port {
  return build.layer('activation', { activation: 'swish' }, from);
}

function norm(build: GraphBuilder, from: Port): Port {
  return build.layer('batchNormalization', {}, from);
}

/** Means of the channels become weights of the channels: (batch, height, width, channels), the shape stays. */
function weigh(build: GraphBuilder, from: Port, channels: ParamValue, reduced: ParamValue): Port {
  const means = build.layer('globalAveragePooling2d', {}, from);
  const spread = build.layer('reshape', { targetShape: [1, 1, -1] }, means);
  const few = build.layer('conv2d', { ...one, filters: reduced, activation: 'swish' }, spread);
  const gate = { ...one, filters: channels, activation: 'sigmoid' };
  return build.layer('multiply', {}, [from, build.layer('conv2d', gate, few)]);
}

interface Sizes {
  readonly wide: ParamValue;
  readonly reduced: ParamValue;
  readonly filters: ParamValue;
}

/** Each channel by itself, weighed, then narrow. */
function narrow(build: GraphBuilder, from: Port, sizes: Sizes, depthwise: ParamValues): Port {
  const each = { ...depthwise, ...plain, depthwiseInitializer: start };
  const seen = swish(build, norm(build, build.layer('depthwiseConv2d', each, from)));
  const weighed = weigh(build, seen, sizes.wide, sizes.reduced);
  const project = { ...one, filters: sizes.filters, useBias: false };
  return norm(build, build.layer('conv2d', project, weighed, 'project'));
}

function widen(build: GraphBuilder, from: Port, wide: ParamValue): Port {
  const expand = { ...one, filters: wide, useBias: false };
  return swish(build, norm(build, build.layer('conv2d', expand, from, 'expand')));
}

const sizes = {
  wide: { layer: 'conv2d', param: 'filters', default: 144 },
  reduced: { layer: 'conv2d', param: 'filters', default: 6 },
  filters: { layer: 'conv2d', param: 'filters', default: 24 },
  kernelSize: { layer: 'depthwiseConv2d', param: 'kernelSize', default: square(3) },
} as const;

/** The published network's block; while training, the whole branch is left out for some examples. */
const mbconv = defineBlock({
  id: 'mbconv',
  params: { ...sizes, rate: { layer: 'dropout', param: 'rate', default: 0.1 } },
  inputs: [[56, 56, 24]],
  graph(build, [input], { kernelSize, rate, ...own }) {
    const branch = narrow(build, widen(build, input, own.wide), own, { kernelSize });
    const dropped = build.layer('dropout', { rate, noiseShape: [null, 1, 1, 1] }, branch);
    return build.layer('add', {}, [dropped, input]);
  },
});

/** The same for another size or number of channels: nothing is added. */
const mbconvDown = defineBlock({
  id: 'mbconv_down',
  params: {
    ...sizes,
    strides: { layer: 'depthwiseConv2d', param: 'strides', default: square(2) },
  },
  inputs: [[112, 112, 16]],
  graph: (build, [input], { kernelSize, strides, ...own }) =>
    narrow(build, widen(build, input, own.wide), own, { kernelSize, strides }),
});

/**
 * Tan and Le 2019, as keras.applications.EfficientNetB0, without its Normalization (3 means, 3 variances, a count), which
 * does nothing before it is adapted to data: 5,330,564 parameters.
 */
export const efficientnetB0 = architecture({
  id: 'efficientnet-b0',
  title: { en: 'EfficientNet-B0', 'zh-CN': 'EfficientNet-B0' },
  doc: {
    en: 'Inverted residuals that weigh their channels',
    'zh-CN': '带通道加权的倒残差结构',
  },
  blocks: [mbconv, mbconvDown],
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const image = build.input([224, 224, 3], 'image');
    let x = build.layer('rescaling', {}, image);
    const stem = { filters: 32, strides: square(2), ...plain, kernelInitializer: start };
    x = swish(build, norm(build, build.layer('conv2d', stem, x)));
    x = narrow(build, x, { wide: 32, reduced: 8, filters: 16 }, {});
    let channels = 16;
    let number = 1;
    for (const [size, count, filters, stride] of stages) {
      for (let index = 0; index < count; index += 1) {
        const own = {
          wide: 6 * channels,
          reduced: channels / 4,
          filters,
          kernelSize: square(size),
        };
        const name = `block_${number}`;
        [x] =
          index === 0
            ? build.block(mbconvDown, { ...own, strides: square(stride) }, x, name)
            : build.block(mbconv, { ...own, rate: (0.2 * number) / 16 }, x, name);
        channels = filters;
        number += 1;
      }
    }
    x = swish(
      build,
      norm(build, build.layer('conv2d', { ...one, filters: 1280, useBias: false }, x)),
    );
    x = build.layer('dropout', { rate: 0.2 }, build.layer('globalAveragePooling2d', {}, x));
    const last = {
      units: 1000,
      activation: 'softmax',
      kernelInitializer: {
        kind: 'varianceScaling',
        scale: 1 / 3,
        mode: 'fanOut',
        distribution: 'uniform',
      },
    };
    build.output(build.layer('dense', last, x, 'predictions'), 'label');
  },
});
