import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that weights of examples can have. */
export const weightMessages: Messages = {
  'data.severalWeights': {
    en: {
      sentence: '{feature} and {other} are both weights.',
      cause: 'An example has one weight in the loss.',
      remedy: 'Keep one of them as weight and ignore the others.',
    },
    'zh-CN': {
      sentence: '{feature} 和 {other} 都被设为权重。',
      cause: '每个样本在损失中只有一个权重。',
      remedy: '请只保留一个权重，忽略其余的。',
    },
  },
  'data.weightNotNumber': {
    en: {
      sentence: '{feature} cannot be the weight of examples: it is not one number for each.',
      cause: 'The loss of each example is multiplied by its weight.',
      remedy: 'Turn it into a number by a step, or choose another feature as weight.',
    },
    'zh-CN': {
      sentence: '{feature} 不能作为样本权重：它不是每个样本一个数值。',
      cause: '每个样本的损失会乘以它的权重。',
      remedy: '请用步骤把它变为数值，或选择其他特征作为权重。',
    },
  },
  'data.wrongWeight': {
    en: {
      sentence: '{feature} is {value} in row {row}, and a weight cannot be that.',
      cause: 'A weight is 0 or more: 2 counts an example twice, 0 leaves it out of the loss.',
      remedy:
        'Mend the row, or bring the weights into this range by a step such as clip or normalize.',
    },
    'zh-CN': {
      sentence: '第 {row} 行的 {feature} 为 {value}，不能作为权重。',
      cause: '权重不小于 0：2 表示该样本按两次计算，0 表示不计入损失。',
      remedy: '请修正该行，或用截断、归一化等步骤把权重变到此范围内。',
    },
  },
};
