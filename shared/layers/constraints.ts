import type { ParamTable } from '#shared/layers/params.ts';
import type { PartDefinition } from '#shared/layers/parts.ts';

const axis = {
  axis: {
    type: 'integer',
    default: 0,
    min: 0,
    doc: {
      en: 'Axis of the weight along which lengths are measured: 0 for a dense kernel.',
      'zh-CN': '沿权重的哪个轴计算长度：全连接层的核用 0。',
    },
  },
} as const satisfies ParamTable;

/** The constraints: applied to a weight after each training step. */
export const constraints: readonly PartDefinition[] = [
  {
    kind: 'maxNorm',
    title: 'MaxNorm',
    doc: {
      en: 'Shortens weight vectors that are longer than a limit.',
      'zh-CN': '把超过上限的权重向量缩短。',
    },
    params: {
      maxValue: {
        type: 'number',
        default: 2,
        min: 0,
        doc: { en: 'The greatest length.', 'zh-CN': '最大长度。' },
      },
      ...axis,
    },
  },
  {
    kind: 'minMaxNorm',
    title: 'MinMaxNorm',
    doc: {
      en: 'Keeps the length of weight vectors between two limits.',
      'zh-CN': '使权重向量的长度保持在两个界限之间。',
    },
    params: {
      minValue: {
        type: 'number',
        default: 0,
        min: 0,
        doc: { en: 'The least length.', 'zh-CN': '最小长度。' },
      },
      maxValue: {
        type: 'number',
        default: 1,
        min: 0,
        doc: { en: 'The greatest length.', 'zh-CN': '最大长度。' },
      },
      rate: {
        type: 'number',
        default: 1,
        min: 0,
        max: 1,
        doc: {
          en: 'How much of the way to the limit one step goes; 1: all of it.',
          'zh-CN': '每步向界限靠近的比例；1 表示一步到位。',
        },
      },
      ...axis,
    },
  },
  {
    kind: 'nonNeg',
    title: 'NonNeg',
    doc: { en: 'Sets negative values to 0.', 'zh-CN': '把负值设为 0。' },
    params: {},
  },
  {
    kind: 'unitNorm',
    title: 'UnitNorm',
    doc: { en: 'Gives every weight vector the length 1.', 'zh-CN': '使每个权重向量的长度为 1。' },
    params: axis,
  },
];
