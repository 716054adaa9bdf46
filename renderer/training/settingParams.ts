import type { BooleanParam, IntegerParam, NumberParam } from '#shared/layers/params.ts';

/** The fields of the training settings that belong to no catalogue. Ranges are those of the document's schema. */
export const settingParams = {
  batchSize: {
    type: 'integer',
    default: 32,
    min: 1,
    max: 65_536,
    doc: {
      en: 'Examples that are learned from in one step. Larger is faster and uses more memory.',
      'zh-CN': '每一步学习的样本数。越大越快，占用内存也越多。',
    },
  },
  epochs: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1_000_000,
    doc: {
      en: 'How often all examples are passed through.',
      'zh-CN': '把所有样本完整学习多少遍。',
    },
  },
  shuffle: {
    type: 'boolean',
    default: true,
    doc: {
      en: 'Brings the examples into another order in each epoch.',
      'zh-CN': '每一轮都重新打乱样本的顺序。',
    },
  },
  validationFraction: {
    type: 'number',
    default: 0.1,
    min: 0.001,
    max: 0.9,
    doc: {
      en: 'Part of the training examples that is held back to validate.',
      'zh-CN': '从训练样本中留出、用于验证的比例。',
    },
  },
  patienceEpochs: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 10_000,
    unit: { en: 'epochs', 'zh-CN': '轮' },
    doc: {
      en: 'Epochs without a better value before training stops.',
      'zh-CN': '连续多少轮没有更好的结果就停止。',
    },
  },
  minDelta: {
    type: 'number',
    default: 0,
    min: 0,
    doc: {
      en: 'The smallest change that counts as better.',
      'zh-CN': '至少改善多少才算更好。',
    },
  },
  restoreBestWeights: {
    type: 'boolean',
    default: true,
    doc: {
      en: 'Goes back to the weights of the best epoch at the end.',
      'zh-CN': '结束时恢复最佳一轮的权重。',
    },
  },
} as const satisfies Readonly<Record<string, IntegerParam | NumberParam | BooleanParam>>;
