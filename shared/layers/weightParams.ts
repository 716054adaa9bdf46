import type { BooleanParam, ParamTable, PartParam, PartValue } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

const partDocs = {
  Initializer: {
    en: 'The values before training.',
    'zh-CN': '训练前的初始值。',
  },
  Regularizer: {
    en: 'A penalty added to the loss. None: no penalty.',
    'zh-CN': '加到损失中的惩罚。留空表示没有。',
  },
  Constraint: {
    en: 'Applied after each training step. None: no limit.',
    'zh-CN': '每步训练之后施加的约束。留空表示没有。',
  },
} as const satisfies Record<string, LocalText>;

function part(
  type: PartParam['type'],
  value: PartValue | null,
  weight: LocalText,
  doc: LocalText,
): PartParam {
  return {
    type,
    default: value,
    ...(value === null ? { optional: true } : {}),
    advanced: true,
    doc: {
      en: `${weight.en}: ${doc.en.charAt(0).toLowerCase()}${doc.en.slice(1)}`,
      'zh-CN': `${weight['zh-CN']}：${doc['zh-CN']}`,
    },
  };
}

/** The parameter `<weight>Initializer`; `kind` is its default. */
export function initializerParam(
  weight: LocalText,
  kind: string,
  more: Omit<PartValue, 'kind'> = {},
): PartParam {
  return part('initializer', { ...more, kind }, weight, partDocs.Initializer);
}

/** The parameter `<weight>Regularizer`, none by default. */
export function regularizerParam(weight: LocalText): PartParam {
  return part('regularizer', null, weight, partDocs.Regularizer);
}

/** The parameter `<weight>Constraint`, none by default. */
export function constraintParam(weight: LocalText): PartParam {
  return part('constraint', null, weight, partDocs.Constraint);
}

/** Names of weights as the forms show them. */
export const weightNames = {
  kernel: { en: 'Kernel', 'zh-CN': '核' },
  bias: { en: 'Bias', 'zh-CN': '偏置' },
  depthwise: { en: 'Depthwise kernel', 'zh-CN': '逐通道核' },
  pointwise: { en: 'Pointwise kernel', 'zh-CN': '逐点核' },
  recurrent: { en: 'Recurrent kernel', 'zh-CN': '循环核' },
  embeddings: { en: 'Embedding vectors', 'zh-CN': '嵌入向量' },
  alpha: { en: 'Slope', 'zh-CN': '斜率' },
  gamma: { en: 'Scale', 'zh-CN': '缩放' },
  beta: { en: 'Offset', 'zh-CN': '偏移' },
  movingMean: { en: 'Moving mean', 'zh-CN': '移动均值' },
  movingVariance: { en: 'Moving variance', 'zh-CN': '移动方差' },
} as const satisfies Record<string, LocalText>;

/** The parameter `useBias`. */
export const useBiasParam = {
  type: 'boolean',
  default: true,
  advanced: true,
  doc: {
    en: 'Adds a trained number to each output. Not needed before a BatchNormalization.',
    'zh-CN': '为每个输出加上一个可训练的数。其后接 BatchNormalization 时不需要。',
  },
} as const satisfies BooleanParam;

/** The parameter `trainable`, which every layer with weights has. */
export const trainableParam = {
  type: 'boolean',
  default: true,
  advanced: true,
  doc: {
    en: 'Off: training leaves the weights of this layer as they are (frozen).',
    'zh-CN': '关闭后，训练不改变该层的权重（冻结）。',
  },
} as const satisfies BooleanParam;

/** What a layer with a kernel and a bias has after its own parameters, in the order of the form. */
export const kernelAndBiasParams = {
  useBias: useBiasParam,
  kernelInitializer: initializerParam(weightNames.kernel, 'glorotUniform'),
  biasInitializer: initializerParam(weightNames.bias, 'zeros'),
  kernelRegularizer: regularizerParam(weightNames.kernel),
  biasRegularizer: regularizerParam(weightNames.bias),
  kernelConstraint: constraintParam(weightNames.kernel),
  biasConstraint: constraintParam(weightNames.bias),
  trainable: trainableParam,
} as const satisfies ParamTable;
