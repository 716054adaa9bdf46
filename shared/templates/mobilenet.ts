import { invertedResidual, invertedResidualDown } from '#shared/blocks/invertedResidual.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { architecture, square } from '#shared/templates/architecture.ts';

function relu6(build: GraphBuilder, from: Port): Port {
  return build.layer('activation', { activation: 'relu6' }, from);
}

/** Howard and others 2017, as keras.applications.MobileNet: 4,253,864 parameters. */
export const mobilenetV1 = architecture({
  id: 'mobilenet-v1',
  title: { en: 'MobileNet V1', 'zh-CN': 'MobileNet V1' },
  doc: {
    en: 'Convolutions split in two, for small computers',
    'zh-CN': '把卷积一分为二，适合小型设备',
  },
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const plain: ParamValues = { padding: 'same', useBias: false };
    const settle = (from: Port) => relu6(build, build.layer('batchNormalization', {}, from));
    let x = build.input([224, 224, 3], 'image');
    x = settle(build.layer('conv2d', { filters: 32, strides: square(2), ...plain }, x, 'conv1'));
    const steps = [
      [64, 1],
      [128, 2],
      [128, 1],
      [256, 2],
      [256, 1],
      [512, 2],
      ...Array.from({ length: 5 }, () => [512, 1]),
      [1024, 2],
      [1024, 1],
    ];
    steps.forEach(([filters = 0, stride = 1], index) => {
      const strides = stride === 1 ? {} : { strides: square(stride) };
      x = build.layer('depthwiseConv2d', { ...plain, ...strides }, x, `conv_dw_${index + 1}`);
      const one = { filters, kernelSize: square(1), ...plain };
      x = settle(build.layer('conv2d', one, settle(x), `conv_pw_${index + 1}`));
    });
    x = build.layer(
      'reshape',
      { targetShape: [1, 1, -1] },
      build.layer('globalAveragePooling2d', {}, x),
    );
    x = build.layer('dropout', { rate: 0.001 }, x);
    const last = { filters: 1000, kernelSize: square(1), padding: 'same' };
    x = build.layer('flatten', {}, build.layer('conv2d', last, x, 'conv_preds'));
    build.output(build.layer('softmax', {}, x, 'predictions'), 'label');
  },
});

/** Channels, how often, strides of the first: table 2 of the paper, without its first line. */
const stages = [
  [24, 2, 2],
  [32, 3, 2],
  [64, 4, 2],
  [96, 3, 1],
  [160, 3, 2],
  [320, 1, 1],
] as const;

/** Sandler and others 2018, as keras.applications.MobileNetV2: 3,538,984 parameters. */
export const mobilenetV2 = architecture({
  id: 'mobilenet-v2',
  title: { en: 'MobileNet V2', 'zh-CN': 'MobileNet V2' },
  doc: { en: 'Inverted residuals, for small computers', 'zh-CN': '倒残差结构，适合小型设备' },
  blocks: [invertedResidual.block, invertedResidualDown.block],
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const plain: ParamValues = { padding: 'same', useBias: false };
    const norm = (from: Port) =>
      build.layer('batchNormalization', { epsilon: 1e-3, momentum: 0.999 }, from);
    let x = build.input([224, 224, 3], 'image');
    const first = { filters: 32, strides: square(2), ...plain };
    x = relu6(build, norm(build.layer('conv2d', first, x)));
    x = relu6(build, norm(build.layer('depthwiseConv2d', plain, x)));
    x = norm(build.layer('conv2d', { filters: 16, kernelSize: square(1), ...plain }, x));
    let channels = 16;
    let number = 1;
    for (const [filters, count, stride] of stages) {
      for (let index = 0; index < count; index += 1) {
        const expanded = 6 * channels;
        const name = `block_${number}`;
        const down = { expanded, filters, strides: square(stride) };
        [x] =
          index === 0
            ? build.block(invertedResidualDown.block, down, x, name)
            : build.block(invertedResidual.block, { expanded, filters }, x, name);
        channels = filters;
        number += 1;
      }
    }
    x = relu6(
      build,
      norm(build.layer('conv2d', { filters: 1280, kernelSize: square(1), ...plain }, x)),
    );
    x = build.layer('globalAveragePooling2d', {}, x);
    build.output(
      build.layer('dense', { units: 1000, activation: 'softmax' }, x, 'predictions'),
      'label',
    );
  },
});
