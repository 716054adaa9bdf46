import type { Messages } from '#shared/problems/problem.ts';

/** Texts of the problems that a training recipe can have. */
export const trainingMessages: Messages = {
  'training.lossNeedsActivation': {
    en: {
      sentence: '{loss} does not suit a last layer with {activation}.',
      cause: 'It compares numbers in the range that {expected} give.',
      remedy: 'Change the activation of the last layer, or choose another loss.',
    },
    'zh-CN': {
      sentence: '{loss} 不适合激活函数为 {activation} 的最后一层。',
      cause: '它要求输出落在 {expected} 的取值范围内。',
      remedy: '请修改最后一层的激活函数，或另选损失。',
    },
  },
  'training.lossNeedsClasses': {
    en: {
      sentence: '{loss} needs one output for each class.',
      cause: 'The output is {shape}: with a single number there is nothing to choose among.',
      remedy: 'Give the last layer as many units as there are classes, or choose another loss.',
    },
    'zh-CN': {
      sentence: '{loss} 要求每个类别有一个输出。',
      cause: '现在的输出是 {shape}：只有一个数，无法在类别之间选择。',
      remedy: '把最后一层的单元数设为类别数，或另选损失。',
    },
  },
};
