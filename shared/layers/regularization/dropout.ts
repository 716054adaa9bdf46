import { kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { dropoutSeedParam, rateParam } from '#shared/layers/regularization/dropoutParams.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import { formatShape } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  rate: rateParam,
  noiseShape: {
    type: 'integers',
    default: null,
    optional: true,
    holes: true,
    min: 1,
    advanced: true,
    doc: {
      en: 'Shape of the on-off pattern, with the batch first; 1 where numbers share one decision, “?” for the input’s own size. None: each number is decided alone.',
      'zh-CN':
        '开关图案的形状，第一个是批；共用一个决定的轴写 1，与输入相同写“?”。留空则每个数单独决定。',
    },
  },
  seed: dropoutSeedParam,
} as const satisfies ParamTable;

/** True when the pattern has an entry for the batch and each axis, and each is 1 or the input's size. */
function patternFits(noiseShape: readonly (number | null)[], input: Shape): boolean {
  return (
    noiseShape.length === input.length + 1 &&
    noiseShape
      .slice(1)
      .every((size, axis) => size === null || size === 1 || size === input[axis]) &&
    (noiseShape[0] === null || noiseShape[0] === 1)
  );
}

/** Sets random numbers to 0 while training; the shape stays (batch, ...shape). */
export const dropout = defineLayer({
  kind: 'dropout',
  title: 'Dropout',
  gloss: '随机失活层',
  family: 'regularization',
  pictogram: 'drop',
  doc: {
    en: 'While training it sets random numbers to 0, so that the network does not rely on single ones. Does nothing otherwise.',
    'zh-CN': '训练时随机把一些数置为 0，使网络不依赖单个数；其他时候不起作用。',
  },
  link: 'https://keras.io/api/layers/regularization_layers/dropout/',
  params,
  inputs: { min: 1, max: 1 },
  outputShape: ([input = []], { noiseShape }) =>
    noiseShape === null || patternFits(noiseShape, input)
      ? ok([input])
      : refuse<ParamPatch>(
          'dropout.noiseShape',
          { noiseShape, input },
          {
            fixes: [
              {
                title: { en: 'Decide each number alone', 'zh-CN': '每个数单独决定' },
                params: { noiseShape: null },
              },
            ],
          },
        ),
  weights: () => [],
  multiplyAdds: () => 0,
  mask: () => 'keeps',
  highlights: ({ rate }) => [String(rate)],
  explain: ([input = []]) => [
    {
      label: { en: 'Shape', 'zh-CN': '形状' },
      formula: formatShape(input),
      result: formatShape(input),
    },
  ],
  tfjs: (values) => tfjsCall('layers.dropout', params, values, { noiseShape: null, seed: null }),
  keras: (values) => kerasCall('layers.Dropout', params, values, { noiseShape: null, seed: null }),
  messages: {
    'dropout.noiseShape': {
      en: {
        sentence: 'The noise shape {noiseShape} doesn’t fit {input}.',
        cause:
          'It needs one entry for the batch and one for each axis, each 1 or the input’s size.',
      },
      'zh-CN': {
        sentence: '噪声形状 {noiseShape} 与 {input} 不符。',
        cause: '它需要一个批的条目和每个轴的条目，各为 1 或输入的大小。',
      },
    },
  },
});
