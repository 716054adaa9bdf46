import type { ParamTable, PartValue } from '#shared/layers/params.ts';
import type { PartDefinition } from '#shared/layers/parts.ts';

const seed = {
  seed: {
    type: 'integer',
    default: null,
    optional: true,
    advanced: true,
    doc: {
      en: 'Number that the random values start from. None: taken from the document.',
      'zh-CN': '随机数的起点。留空则由文档的种子决定。',
    },
  },
} as const satisfies ParamTable;

const normal = {
  mean: {
    type: 'number',
    default: 0,
    doc: { en: 'Center of the values.', 'zh-CN': '随机值的中心。' },
  },
  stddev: {
    type: 'number',
    default: 0.05,
    min: 1e-9,
    doc: { en: 'Spread of the values.', 'zh-CN': '随机值的离散程度。' },
  },
  ...seed,
} as const satisfies ParamTable;

const gain = {
  gain: {
    type: 'number',
    default: 1,
    doc: { en: 'Factor that all values are multiplied with.', 'zh-CN': '所有值乘上的系数。' },
  },
} as const satisfies ParamTable;

/** tfjs takes 0 for "not given" and would fall back to ±0.05, so it gets the nearest number to 0 instead. */
function withoutZeroBounds(part: PartValue): PartValue {
  const bounds = ['minval', 'maxval'].filter((name) => part[name] === 0);
  return { ...part, ...Object.fromEntries(bounds.map((name) => [name, 1e-30])) };
}

/** The initializers that both libraries have. Their order is that of the form. */
export const initializers: readonly PartDefinition[] = [
  {
    kind: 'glorotUniform',
    title: 'GlorotUniform',
    doc: {
      en: 'Uniform values whose spread keeps signals equally strong forwards and backwards. The usual choice.',
      'zh-CN': '均匀分布，范围使信号在前向和反向传播中强度相当。常用的选择。',
    },
    params: seed,
  },
  {
    kind: 'glorotNormal',
    title: 'GlorotNormal',
    doc: {
      en: 'Like GlorotUniform, with normally distributed values.',
      'zh-CN': '与 GlorotUniform 相同，但取正态分布。',
    },
    params: seed,
  },
  {
    kind: 'heNormal',
    title: 'HeNormal',
    doc: {
      en: 'Normal values with a spread made for relu.',
      'zh-CN': '正态分布，离散程度适合 relu。',
    },
    params: seed,
  },
  {
    kind: 'heUniform',
    title: 'HeUniform',
    doc: {
      en: 'Uniform values with a spread made for relu.',
      'zh-CN': '均匀分布，范围适合 relu。',
    },
    params: seed,
  },
  {
    kind: 'leCunNormal',
    title: 'LecunNormal',
    doc: {
      en: 'Normal values with a spread made for selu.',
      'zh-CN': '正态分布，离散程度适合 selu。',
    },
    params: seed,
  },
  {
    kind: 'leCunUniform',
    title: 'LecunUniform',
    doc: {
      en: 'Uniform values with a spread made for selu.',
      'zh-CN': '均匀分布，范围适合 selu。',
    },
    params: seed,
  },
  {
    kind: 'zeros',
    title: 'Zeros',
    doc: { en: 'All values are 0.', 'zh-CN': '所有值为 0。' },
    params: {},
  },
  {
    kind: 'ones',
    title: 'Ones',
    doc: { en: 'All values are 1.', 'zh-CN': '所有值为 1。' },
    params: {},
  },
  {
    kind: 'constant',
    title: 'Constant',
    doc: { en: 'All values are the same number.', 'zh-CN': '所有值为同一个数。' },
    params: {
      value: {
        type: 'number',
        default: 0,
        doc: { en: 'The number.', 'zh-CN': '这个数。' },
      },
    },
  },
  {
    kind: 'randomUniform',
    title: 'RandomUniform',
    doc: {
      en: 'Values between two bounds, all equally likely.',
      'zh-CN': '两个界限之间的均匀随机值。',
    },
    params: {
      minval: {
        type: 'number',
        default: -0.05,
        doc: { en: 'Lower bound.', 'zh-CN': '下限。' },
      },
      maxval: {
        type: 'number',
        default: 0.05,
        doc: { en: 'Upper bound.', 'zh-CN': '上限。' },
      },
      ...seed,
    },
    tfjsArguments: withoutZeroBounds,
  },
  {
    kind: 'randomNormal',
    title: 'RandomNormal',
    doc: { en: 'Normally distributed values.', 'zh-CN': '正态分布的随机值。' },
    params: normal,
  },
  {
    kind: 'truncatedNormal',
    title: 'TruncatedNormal',
    doc: {
      en: 'Normally distributed values; those beyond two standard deviations are drawn again.',
      'zh-CN': '正态分布的随机值，超出两倍标准差的重新抽取。',
    },
    params: normal,
  },
  {
    kind: 'varianceScaling',
    title: 'VarianceScaling',
    doc: {
      en: 'Spread chosen from the number of inputs or outputs of the weight; the Glorot, He and LeCun initializers are cases of it.',
      'zh-CN': '离散程度由权重的输入数或输出数决定；Glorot、He、LeCun 都是它的特例。',
    },
    params: {
      scale: {
        type: 'number',
        default: 1,
        min: 1e-9,
        doc: { en: 'Factor of the variance.', 'zh-CN': '方差的系数。' },
      },
      mode: {
        type: 'choice',
        default: 'fanIn',
        choices: ['fanIn', 'fanOut', 'fanAvg'],
        doc: {
          en: 'Divide by the number of inputs, of outputs, or by their mean.',
          'zh-CN': '除以输入数、输出数或二者的平均。',
        },
      },
      distribution: {
        type: 'choice',
        default: 'normal',
        choices: ['normal', 'uniform'],
        doc: {
          en: 'Normal (cut at two standard deviations) or uniform.',
          'zh-CN': '正态分布（在两倍标准差处截断）或均匀分布。',
        },
      },
      ...seed,
    },
  },
  {
    kind: 'orthogonal',
    title: 'Orthogonal',
    doc: {
      en: 'A random rotation: keeps the length of what it is applied to. Made for recurrent kernels; needs a weight with two axes or more.',
      'zh-CN': '随机正交矩阵，保持向量长度。适合循环核，只用于至少二维的权重。',
    },
    params: { ...gain, ...seed },
    module: 'orthogonal',
    fits: (shape) => shape.length >= 2,
  },
  {
    kind: 'identity',
    title: 'Identity',
    doc: {
      en: 'Passes its input through unchanged. Needs a square weight with two axes.',
      'zh-CN': '单位矩阵，原样传递输入。只用于二维方阵。',
    },
    params: gain,
    fits: (shape) => shape.length === 2 && shape[0] === shape[1],
  },
];
