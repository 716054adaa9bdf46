import { tfjsCall, kerasCall } from '#shared/layers/callFromParams.ts';
import { defineLayer } from '#shared/layers/defineLayer.ts';
import type { ParamTable } from '#shared/layers/params.ts';
import { ok } from '#shared/problems/problem.ts';
import { formatShape } from '#shared/shape/shape.ts';

const params = {
  shape: {
    type: 'integers',
    default: [28, 28, 1],
    min: 1,
    holes: true,
    doc: {
      en: 'Sizes of one example, without the batch: height, width and channels of an image, or the number of columns of a table. Empty: any length.',
      'zh-CN': '一个样本的各维大小（不含批）：图像为高、宽、通道数，表格为列数。留空表示任意长度。',
    },
  },
  dtype: {
    type: 'choice',
    default: 'float32',
    choices: ['float32', 'int32', 'bool'],
    advanced: true,
    doc: {
      en: 'Type of the numbers. int32 for token ids that go to an Embedding.',
      'zh-CN': '数的类型。送入 Embedding 的词元编号用 int32。',
    },
  },
} as const satisfies ParamTable;

/** Where data enters the model: output (batch, ...shape). */
export const inputLayer = defineLayer({
  kind: 'inputLayer',
  title: 'Input',
  gloss: '输入',
  family: 'io',
  pictogram: 'input',
  role: 'input',
  doc: {
    en: 'Where data enters the network. Its shape is that of one example.',
    'zh-CN': '数据从这里进入网络。形状是一个样本的形状。',
  },
  link: 'https://keras.io/api/layers/core_layers/input/',
  params,
  inputs: { min: 0, max: 0 },
  outputShape: (_inputs, { shape }) => ok([shape]),
  weights: () => [],
  multiplyAdds: () => 0,
  highlights: ({ shape }) => [formatShape(shape)],
  tfjs: (values) => tfjsCall('input', params, values, { dtype: 'float32' }),
  keras: (values) => kerasCall('Input', params, values, { dtype: 'float32' }),
});
