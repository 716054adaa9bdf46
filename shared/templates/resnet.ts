import {
  residualBasic,
  residualBasicDown,
  residualBottleneck,
  residualBottleneckDown,
} from '#shared/blocks/residual.ts';
import type { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { architecture, square } from '#shared/templates/architecture.ts';

const epsilon = 1.001e-5;

/** A convolution of 7 × 7 and a pooling: a quarter of height and width. */
function stem(build: GraphBuilder, convolution: ParamValues): Port {
  let x = build.input([224, 224, 3], 'image');
  x = build.layer('zeroPadding2d', { padding: [3, 3, 3, 3] }, x);
  const seven = { filters: 64, kernelSize: square(7), strides: square(2), ...convolution };
  x = build.layer('batchNormalization', { epsilon }, build.layer('conv2d', seven, x));
  x = build.layer('activation', { activation: 'relu' }, x);
  x = build.layer('zeroPadding2d', {}, x);
  return build.layer('maxPooling2d', { poolSize: square(3), strides: square(2) }, x);
}

function head(build: GraphBuilder, from: Port): void {
  const means = build.layer('globalAveragePooling2d', {}, from);
  build.output(
    build.layer('dense', { units: 1000, activation: 'softmax' }, means, 'predictions'),
    'label',
  );
}

/** He and others 2015: 11,689,512 trainable parameters, as torchvision counts them. */
export const resnet18 = architecture({
  id: 'resnet18',
  title: { en: 'ResNet-18', 'zh-CN': 'ResNet-18' },
  doc: { en: 'Basic residual blocks, four sizes', 'zh-CN': '四种尺寸的基本残差块' },
  blocks: [residualBasic.block, residualBasicDown.block],
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    const { block: same } = residualBasic;
    let x = stem(build, { useBias: false });
    for (const name of ['conv2_block1', 'conv2_block2']) [x] = build.block(same, {}, x, name);
    [128, 256, 512].forEach((filters, index) => {
      const stage = `conv${index + 3}`;
      [x] = build.block(residualBasicDown.block, { filters }, x, `${stage}_block1`);
      [x] = build.block(same, { filters }, x, `${stage}_block2`);
    });
    head(build, x);
  },
});

/** He and others 2015, as keras.applications.ResNet50: 25,636,712 parameters. */
export const resnet50 = architecture({
  id: 'resnet50',
  title: { en: 'ResNet-50', 'zh-CN': 'ResNet-50' },
  doc: { en: 'Residual bottlenecks, four sizes', 'zh-CN': '四种尺寸的残差瓶颈块' },
  blocks: [residualBottleneck.block, residualBottleneckDown.block],
  losses: { label: 'categoricalCrossentropy' },
  metrics: ['accuracy'],
  draw(build) {
    let x = stem(build, {});
    const stages = [
      [3, 64],
      [4, 128],
      [6, 256],
      [3, 512],
    ] as const;
    stages.forEach(([count, filters], index) => {
      const wide = 4 * filters;
      const first = index === 0 ? { strides: square(1) } : {};
      for (let number = 1; number <= count; number += 1) {
        const name = `conv${index + 2}_block${number}`;
        [x] =
          number === 1
            ? build.block(residualBottleneckDown.block, { filters, wide, ...first }, x, name)
            : build.block(residualBottleneck.block, { filters, wide }, x, name);
      }
    });
    head(build, x);
  },
});
