import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable, ValuesOf } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

const params = {
  numTokens: {
    type: 'integer',
    default: 10,
    // One category tells nothing, and tfjs makes no row of one.
    min: 2,
    doc: {
      en: 'Number of categories: one more than the largest number that can come.',
      'zh-CN': '类别的个数：比可能出现的最大编号多 1。',
    },
  },
  outputMode: {
    type: 'choice',
    default: 'multiHot',
    choices: ['multiHot', 'oneHot', 'count'],
    doc: {
      en: 'multiHot: 1 for each category that occurs. oneHot: a row of zeros with a single 1 for each number. count: how often each occurs.',
      'zh-CN':
        'multiHot：出现过的类别为 1。oneHot：每个数变为只有一个 1 的一行零。count：每个类别出现的次数。',
    },
  },
} as const satisfies ParamTable;

function encoded(input: Shape, { numTokens, outputMode }: ValuesOf<typeof params>): Shape {
  return outputMode === 'oneHot' && input[0] !== 1 ? [...input, numTokens] : [numTokens];
}

/** Turns categories into zeros and ones, or counts them: (batch, n) → (batch, numTokens), or (batch, n, numTokens). */
export const categoryEncoding = defineLayer({
  kind: 'categoryEncoding',
  title: 'CategoryEncoding',
  gloss: '类别编码层',
  family: 'core',
  pictogram: 'embed',
  doc: {
    en: 'Turns whole numbers that stand for categories into zeros and ones. Nothing to train.',
    'zh-CN': '把代表类别的整数变为 0 和 1，没有可训练的参数。',
  },
  link: 'https://keras.io/api/layers/preprocessing_layers/categorical/category_encoding/',
  params,
  inputs: { min: 1, max: 1, ranks: [1], integers: true },
  outputShape: ([input = []], values) => ok([encoded(input, values)]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ numTokens, outputMode }) => [String(numTokens), outputMode],
  explain: ([input = []], values) => [
    {
      label: { en: 'Last axis', 'zh-CN': '最后一个轴' },
      formula: 'numTokens',
      result: String(encoded(input, values).at(-1) ?? '?'),
    },
  ],
  tfjs: (values) => fromModule(tfjsCall('categoryEncoding', params, values), 'categoryEncoding'),
  keras: (values) =>
    kerasCall('layers.CategoryEncoding', params, values, { outputMode: 'multiHot' }),
  differences: {
    en: 'tfjs’s own layer reads the numbers back from the device at every step, so the code here brings one that does not. A number outside the range counts as no category here, and Keras on TensorFlow refuses it.',
    'zh-CN':
      'tfjs 自带的层每一步都要从设备读回数值，因此这里的代码自带一个不读回的层。超出范围的数在这里不算任何类别，而 Keras 的 TensorFlow 后端会报错。',
  },
  messages: {
    'categoryEncoding.floatInput': {
      en: {
        sentence: 'CategoryEncoding takes whole numbers, and decimals arrive.',
        cause: 'Everything after the decimal point is dropped without a word.',
        remedy:
          'Set dtype of the input layer to int32, and put nothing that computes between them.',
      },
      'zh-CN': {
        sentence: 'CategoryEncoding 需要整数，而到来的是小数。',
        cause: '小数点后的部分会被直接丢弃。',
        remedy: '请把输入层的 dtype 设为 int32，并且两者之间不要放置会计算的层。',
      },
    },
  },
});
